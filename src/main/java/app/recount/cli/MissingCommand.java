package app.recount.cli;

import app.recount.text.Texts;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line that names no command where one of several must follow. */
final class MissingCommand {

    private MissingCommand() {}

    static ParameterException after(CommandLine before, Texts texts) {
        var command = before.getCommandSpec();
        return new ParameterException(
                before,
                command.parent() == null
                        ? texts.get("cli.usage.no-command")
                        : texts.get("cli.usage.no-command-after", command.name()));
    }

    /** Whether an option is known to nobody only because the command that takes it is missing. */
    static boolean explains(UnmatchedArgumentException e, List<String> line) {
        var before = e.getCommandLine();
        var command = before.getCommandSpec();
        var commands = before.getSubcommands();
        return (command.parent() == null || command.userObject() instanceof CommandGroup)
                && line.stream().noneMatch(commands::containsKey)
                && commands.values().stream()
                        .anyMatch(each -> each.getCommandSpec()
                                        .findOption(e.getUnmatched().getFirst())
                                != null);
    }
}
