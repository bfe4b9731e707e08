package app.recount.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * One command: its options, and the one service that it calls. Options are declared by code and not by annotations, which would
 * cost a tenth of a second of reflection at every start.
 */
interface Command {

    String name();

    /** Adds options and words for the help; the name is set already. */
    void describe(CommandSpec spec);

    /** Does it and returns the exit status. */
    int run(ParseResult parsed, Console console);

    default List<Command> subcommands() {
        return List.of();
    }
}
