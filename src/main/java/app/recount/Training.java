package app.recount;

import app.recount.cli.CommandLineInterface;
import app.recount.cli.Console;
import app.recount.desktop.Desktop;
import app.recount.desktop.Tour;
import app.recount.store.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/**
 * Does once what most starts do, so that the JVM can keep what it learnt on the way: the packages' scripts run it with
 * {@code -XX:AOTCacheOutput}, on invented data. What was not done here works as well, only slower at its first use.
 */
final class Training {

    private final Environment environment;

    Training(Environment environment) {
        this.environment = environment;
    }

    /** Whether the property {@code recount.training} asks for it: {@code commands} or {@code window}. */
    static boolean isAskedFor() {
        return System.getProperty("recount.training") != null;
    }

    void run() throws IOException {
        if ("window".equals(System.getProperty("recount.training"))) {
            window();
        } else {
            commands();
        }
    }

    /** The command lines of standard input, one a line. */
    private void commands() throws IOException {
        new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(" ", -1))
                .forEach(this::command);
    }

    /** In a composition of its own, as in a process of its own. */
    private void command(String... words) {
        try (var composition = new Composition(environment, Clock.systemUTC())) {
            var _ = new CommandLineInterface(composition, Console.ofProcess()).run(words);
        }
    }

    private void window() {
        var missing = new Display(environment).missing().or(new Display(environment, _ -> false)::missing);
        if (missing.isPresent()) {
            throw new IllegalStateException(missing.get());
        }
        var composition = new Composition(environment, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(composition::close, "close"));
        var toolkit =
                Desktop.startToolkit(environment, () -> composition.settings().scale());
        new Desktop(composition.desktop()).open(toolkit, Optional.empty());
        Tour.start();
    }
}
