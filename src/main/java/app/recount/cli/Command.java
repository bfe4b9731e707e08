package app.recount.cli;

import java.util.List;

/**
 * One command: its options, and the one service that it calls. Options are declared by code and not by annotations, which would
 * cost a tenth of a second of reflection at every start.
 */
interface Command {

    String name();

    /** Adds its options; the words that describe them and itself stand in the bundle. */
    void declare(Declaration takes);

    /** Does it and returns the exit status. */
    int run(Arguments given, Console console);

    /** Words of an option that are too many for its description; they follow all else that is said of the command. */
    default List<Term> terms() {
        return List.of();
    }

    default List<Command> subcommands() {
        return List.of();
    }
}
