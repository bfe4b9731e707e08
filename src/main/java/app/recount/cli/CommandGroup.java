package app.recount.cli;

import picocli.CommandLine.ParseResult;

/** A word that does nothing itself: one of its commands must follow. */
interface CommandGroup extends Command {

    @Override
    default int run(ParseResult parsed, Console console) {
        throw CommonOptions.usage(parsed, "Missing command after “%s”".formatted(name()));
    }
}
