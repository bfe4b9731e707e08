package app.recount.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A script that lets fish complete commands, options, and those of their values that are known, with what they mean. */
final class FishCompletion {

    private FishCompletion() {}

    static String of(List<CommandEntry> commands) {
        var completion = new Completion(commands);
        return """
            # Completes recount in fish; made by "recount reference fish".
            function __recount_command
                set -l command recount
                for word in (commandline -opc)[2..-1]
                    switch "$command $word"
                        case %s
                            set command "$command $word"
                    end
                end
                echo $command
            end
            complete -c recount -f
            %s
            """.formatted(completion.names(" "), completion.each(FishCompletion::command));
    }

    private static String command(CommandEntry command) {
        var begin = "complete -c recount -n %s "
                .formatted(Completion.quoted("test (__recount_command) = \"%s\"".formatted(Completion.name(command))));
        return Stream.of(
                        command.subcommands().stream()
                                .map(each -> "-a %s -d %s"
                                        .formatted(
                                                each.name(),
                                                Completion.quoted(CommandEntry.line(
                                                        each.usageMessage().description())))),
                        command.positionals().stream()
                                .flatMap(place -> OptionEntry.words(place).stream())
                                .map("-a "::concat),
                        Stream.of("-F").filter(files -> Completion.takes(command, "FILE")),
                        Stream.of("-a '(__fish_complete_directories)'")
                                .filter(folders -> Completion.takes(command, "DIR")),
                        command.options().stream().map(FishCompletion::option))
                .flatMap(lines -> lines)
                .map(begin::concat)
                .collect(Collectors.joining("\n"));
    }

    private static String option(OptionEntry option) {
        var names = option.names().stream()
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        var value = switch (option.value()) {
            case NONE -> "";
            case WORDS -> " -x -a " + Completion.quoted(String.join(" ", option.words()));
            case FILE -> " -r -F";
            case FOLDER -> " -x -a '(__fish_complete_directories)'";
            case ANY -> " -x";
        };
        return names + value + " -d " + Completion.quoted(option.description());
    }
}
