package app.recount.cli;

import app.recount.cli.OptionEntry.Value;
import java.util.List;
import java.util.stream.Collectors;

/** A script that lets bash complete commands, options, and those of their values that are known. */
final class BashCompletion {

    private static final String OR = " | ";

    private BashCompletion() {}

    static String of(List<CommandEntry> commands) {
        var completion = new Completion(commands);
        return """
            # Completes recount in bash; made by "recount reference bash".
            _recount() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
                if [[ $word == '=' ]]; then word=''; elif [[ $before == '=' ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
                local command=recount words='' options='' i
                for ((i = 1; i < COMP_CWORD; i++)); do
                    case "$command ${COMP_WORDS[i]}" in
                        %s) command="$command ${COMP_WORDS[i]}" ;;
                    esac
                done
                COMPREPLY=()
                case "$command $before" in
                    %s) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
                    %s) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
                    %s) return ;;
            %s
                esac
                case $command in
            %s
                esac
                [[ $word == -* ]] && words=$options
                mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -W "$words" -- "$word")
            }
            complete -o filenames -F _recount recount
            """.formatted(
                completion.names(OR),
                completion.before(Value.FILE, OR),
                completion.before(Value.FOLDER, OR),
                completion.before(Value.ANY, OR),
                completion.beforeWords(OR).entrySet().stream()
                        .map(each -> "        %s) mapfile -t COMPREPLY < <(compgen -W %s -- \"$word\"); return ;;"
                                .formatted(each.getValue(), Completion.quoted(each.getKey())))
                        .collect(Collectors.joining("\n")),
                completion.each(BashCompletion::arm));
    }

    private static String arm(CommandEntry command) {
        var options = command.options().stream()
                .flatMap(option -> option.names().stream())
                .collect(Collectors.joining(" "));
        return "        %s) words=%s options=%s%s ;;"
                .formatted(
                        Completion.quoted(Completion.name(command)),
                        Completion.quoted(String.join(" ", Completion.words(command))),
                        Completion.quoted(options),
                        Completion.takes(command, "FILE")
                                ? files("-f")
                                : Completion.takes(command, "DIR") ? files("-d") : "");
    }

    private static String files(String kind) {
        return "; [[ $word == -* ]] || mapfile -t COMPREPLY < <(compgen %s -- \"$word\")".formatted(kind);
    }
}
