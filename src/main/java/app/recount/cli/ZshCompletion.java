package app.recount.cli;

import app.recount.cli.OptionEntry.Value;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A script that lets zsh complete commands, options, and those of their values that are known, with what they mean. */
final class ZshCompletion {

    private static final String OR = "|";

    private ZshCompletion() {}

    static String of(List<CommandEntry> commands) {
        var completion = new Completion(commands);
        return """
            #compdef recount
            # Completes recount in zsh; made by "recount reference zsh".
            _recount() {
                local command=recount i
                local -a found options
                for ((i = 2; i < CURRENT; i++)); do
                    case "$command ${words[i]}" in
                        (%s) command="$command ${words[i]}" ;;
                    esac
                done
                case "$command ${words[CURRENT-1]}" in
                    (%s) _files; return ;;
                    (%s) _files -/; return ;;
                    (%s) return ;;
            %s
                esac
                case $command in
            %s
                esac
                if [[ $PREFIX == -* ]]; then
                    _describe -o option options
                else
                    _describe command found
                fi
            }
            _recount "$@"
            """.formatted(
                completion.names(OR),
                completion.before(Value.FILE, OR),
                completion.before(Value.FOLDER, OR),
                completion.before(Value.ANY, OR),
                completion.beforeWords(OR).entrySet().stream()
                        .map(each -> "        (%s) compadd %s; return ;;".formatted(each.getValue(), each.getKey()))
                        .collect(Collectors.joining("\n")),
                completion.each(ZshCompletion::arm));
    }

    private static String arm(CommandEntry command) {
        var words = Stream.concat(
                command.subcommands().stream()
                        .map(each -> described(
                                each.name(),
                                CommandEntry.line(each.usageMessage().description()))),
                command.positionals().stream()
                        .flatMap(place -> OptionEntry.words(place).stream())
                        .map(Completion::quoted));
        var options = command.options().stream()
                .flatMap(option -> option.names().stream().map(name -> described(name, option.description())));
        return "        (%s) found=(%s) options=(%s)%s ;;"
                .formatted(
                        Completion.quoted(Completion.name(command)),
                        words.collect(Collectors.joining(" ")),
                        options.collect(Collectors.joining(" ")),
                        Completion.takes(command, "FILE")
                                ? files("")
                                : Completion.takes(command, "DIR") ? files(" -/") : "");
    }

    private static String described(String name, String description) {
        return Completion.quoted(name + ":" + description.replace(":", "\\:"));
    }

    private static String files(String kind) {
        return "; [[ $PREFIX == -* ]] || _files%s".formatted(kind);
    }
}
