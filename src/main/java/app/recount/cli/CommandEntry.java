package app.recount.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command as a reference shows it.
 *
 * @param path its words after the program's name; empty for the program itself
 */
record CommandEntry(String path, CommandSpec spec) {

    static List<CommandEntry> of(CommandSpec root) {
        return below("", root).toList();
    }

    private static Stream<CommandEntry> below(String path, CommandSpec spec) {
        return Stream.concat(
                Stream.of(new CommandEntry(path, spec)),
                spec.subcommands().entrySet().stream()
                        .flatMap(each -> below(
                                (path + " " + each.getKey()).strip(),
                                each.getValue().getCommandSpec())));
    }

    /** The words of its description in one line. */
    String description() {
        return line(spec.usageMessage().description());
    }

    /** What follows them in one line; empty if nothing does. */
    String footer() {
        return line(spec.usageMessage().footer());
    }

    List<Term> terms() {
        return spec.userObject() instanceof Command command ? command.terms() : List.of();
    }

    List<OptionEntry> options() {
        return spec.options().stream().map(OptionEntry::new).toList();
    }

    /** Those that not every command takes. */
    List<OptionEntry> ownOptions() {
        return options().stream().filter(option -> !option.isCommon()).toList();
    }

    List<PositionalParamSpec> positionals() {
        return spec.positionalParameters();
    }

    List<CommandSpec> subcommands() {
        return spec.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .toList();
    }

    /** How it is called: what it needs, and that there is more. */
    String synopsis() {
        var needed = Stream.concat(
                positionals().stream().map(CommandEntry::place),
                options().stream().filter(OptionEntry::isRequired).map(OptionEntry::synopsis));
        var more = subcommands().isEmpty() ? "" : path.isEmpty() ? "COMMAND" : "[COMMAND]";
        return Stream.of(CommandTree.PROGRAM, path, more, needed.collect(Collectors.joining(" ")), "[OPTION]…")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String place(PositionalParamSpec positional) {
        return positional.required() ? positional.paramLabel() : "[" + positional.paramLabel() + "]";
    }

    static String line(String... lines) {
        return String.join(" ", lines).strip();
    }
}
