package app.recount.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands as picocli parses and describes them. */
final class CommandTree {

    static final String PROGRAM = "recount";

    private final List<Command> commands;

    CommandTree(List<Command> commands) {
        this.commands = commands;
    }

    boolean knows(String word) {
        return commands.stream().anyMatch(command -> command.name().equals(word));
    }

    /** Every command, each before its subcommands; the program itself comes first. */
    List<CommandEntry> entries() {
        return CommandEntry.of(needed(List.of()).getCommandSpec());
    }

    /** Where a word names a command the others beside it are not built, because that costs time. */
    CommandLine needed(List<String> words) {
        var root = CommandSpec.create().name(PROGRAM);
        root.usageMessage()
                .description("Shows what would leave this machine, and sends exactly what was approved.")
                .footer("", "Without arguments, or with a database as the only one, the window opens.");
        root.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print the version.")
                .build());
        addHelp(root);
        needed(commands, words).forEach(command -> root.addSubcommand(command.name(), line(command, after(words))));
        return new CommandLine(root);
    }

    private static List<Command> needed(List<Command> commands, List<String> words) {
        var named = commands.stream()
                .filter(command -> !words.isEmpty() && command.name().equals(words.getFirst()))
                .toList();
        return named.isEmpty() ? commands : named;
    }

    private static List<String> after(List<String> words) {
        return words.isEmpty() ? words : words.subList(1, words.size());
    }

    private static CommandLine line(Command command, List<String> words) {
        var spec = CommandSpec.wrapWithoutInspection(command).name(command.name());
        command.describe(spec);
        addHelp(spec);
        needed(command.subcommands(), words).forEach(each -> spec.addSubcommand(each.name(), line(each, after(words))));
        return new CommandLine(spec);
    }

    private static void addHelp(CommandSpec spec) {
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Print this help.")
                .build());
    }
}
