package app.recount.cli;

import app.recount.text.Texts;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** All commands as picocli parses and describes them. */
final class CommandTree {

    static final String PROGRAM = "recount";

    private final List<Command> commands;
    private final Texts texts;

    CommandTree(List<Command> commands, Texts texts) {
        this.commands = commands;
        this.texts = texts;
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
        var help = HelpText.ofProgram(texts);
        var takes = Declaration.in(root, help);
        takes.version();
        takes.help();
        needed(commands, words)
                .forEach(command -> root.addSubcommand(command.name(), line(command, help, after(words))));
        return new CommandLine(root)
                .setExpandAtFiles(false); // “@plan.md” is what somebody wrote, and no file of arguments
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

    private static CommandLine line(Command command, HelpText above, List<String> words) {
        var spec = CommandSpec.wrapWithoutInspection(command).name(command.name());
        var help = above.below(command.name());
        var takes = Declaration.in(spec, help);
        command.declare(takes);
        takes.help();
        takes.terms(command.terms());
        needed(command.subcommands(), words)
                .forEach(each -> spec.addSubcommand(each.name(), line(each, help, after(words))));
        return new CommandLine(spec);
    }
}
