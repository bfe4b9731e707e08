package app.recount.demo;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;

/**
 * Writes a home folder with the session logs of all three tools, such as weeks of work leave behind. The same seed on the same day
 * gives the same bytes. They are written beside the folder and moved there at once: where it stands, it is complete.
 */
public final class DemoLogs {

    private final Clock clock;

    public DemoLogs(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes the home folder unless it is there already; then everything in it stays.
     *
     * @throws ProblemException {@code DEMO_NOT_WRITTEN} if it cannot be written
     */
    public void in(Path home, long seed) {
        try {
            if (Files.notExists(home)) {
                write(home.toAbsolutePath().normalize(), seed);
            }
        } catch (IOException e) {
            throw notWritten(home, e);
        }
    }

    static ProblemException notWritten(Path home, IOException e) {
        return new ProblemException(
                Problem.of("DEMO_NOT_WRITTEN", home).because(e).advising(Action.read("otherDemoFolder")), e);
    }

    private void write(Path home, long seed) throws IOException {
        var unfinished = home.resolveSibling(".unfinished-" + home.getFileName());
        clear(unfinished);
        OwnerOnly.createDirectories(unfinished);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var log : new LogHistory(new Dice(seed), new Phrases(), today).logs()) {
            log.writeBelow(unfinished);
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void clear(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (var leftovers = Files.walk(folder)) {
            for (var leftover : leftovers.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(leftover);
            }
        }
    }
}
