package app.recount;

import app.recount.cli.CommandLineInterface;
import app.recount.cli.Console;
import app.recount.store.Environment;
import java.time.Clock;

/** Starts Recount: no arguments open the desktop, anything else is the command line. */
public final class Recount {

    private Recount() {}

    static void main(String[] args) {
        int status;
        try (var composition = new Composition(Environment.ofProcess(), Clock.systemUTC())) {
            status = new CommandLineInterface(composition, Console.ofProcess()).run(args);
        }
        System.exit(status);
    }
}
