package app.recount.cli;

import app.recount.cli.OptionEntry.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What the completion scripts of all shells ask of the commands. Every command is named in full: {@code recount analysis mark}. */
record Completion(List<CommandEntry> commands) {

    static String name(CommandEntry command) {
        return (CommandTree.PROGRAM + " " + command.path()).strip();
    }

    /** As one word of any shell. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** A line for each command. */
    String each(Function<CommandEntry, String> line) {
        return commands.stream().map(line).collect(Collectors.joining("\n"));
    }

    /** All commands but the program itself, quoted. */
    String names(String between) {
        return commands.stream().skip(1).map(command -> quoted(name(command))).collect(Collectors.joining(between));
    }

    /** The commands with one of their options, quoted, where such a value follows. */
    String before(Value value, String between) {
        return places(option -> option.value() == value).collect(Collectors.joining(between));
    }

    /** The same where one of some words follows, with these words between blanks. */
    Map<String, String> beforeWords(String between) {
        var places = new LinkedHashMap<String, String>();
        commands.stream()
                .flatMap(command -> command.options().stream())
                .map(OptionEntry::words)
                .filter(words -> !words.isEmpty())
                .distinct()
                .forEach(words -> places.put(
                        String.join(" ", words),
                        places(option -> option.words().equals(words)).collect(Collectors.joining(between))));
        return places;
    }

    private Stream<String> places(Predicate<OptionEntry> options) {
        return commands.stream()
                .flatMap(command -> command.options().stream()
                        .filter(options)
                        .flatMap(option -> option.names().stream())
                        .map(option -> quoted(name(command) + " " + option)));
    }

    /** What may stand where no option does, apart from files: subcommands, and words that an argument knows. */
    static List<String> words(CommandEntry command) {
        return Stream.concat(
                        command.subcommands().stream().map(each -> each.name()),
                        command.positionals().stream().flatMap(place -> OptionEntry.words(place).stream()))
                .toList();
    }

    /** Whether a file, or a folder, may stand where no option does. The program itself takes a database. */
    static boolean takes(CommandEntry command, String label) {
        return command.path().isEmpty()
                ? label.equals("FILE")
                : command.positionals().stream()
                        .map(PositionalParamSpec::paramLabel)
                        .anyMatch(label::equals);
    }
}
