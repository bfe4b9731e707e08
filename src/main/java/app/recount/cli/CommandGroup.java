package app.recount.cli;

/** A word that does nothing itself: one of its commands must follow. */
interface CommandGroup extends Command {

    /** Nothing but help. */
    @Override
    default void declare(Declaration takes) {}

    @Override
    default int run(Arguments given, Console console) {
        throw MissingCommand.after(given.parsed().commandSpec().commandLine(), given.texts());
    }
}
