package app.recount.demo;

import app.recount.store.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

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
     * @throws app.recount.problem.ProblemException {@code DEMO_NOT_WRITTEN} if it cannot be written
     */
    public void in(Path home, long seed) {
        try {
            if (Files.notExists(home)) {
                write(home.toAbsolutePath().normalize(), seed);
            }
        } catch (IOException e) {
            throw DemoMemory.notWritten(home, e);
        }
    }

    /** All that may come into the folder around it. */
    static Stream<Path> entries(Path home) {
        return Stream.of(home, unfinished(home));
    }

    private static Path unfinished(Path home) {
        return home.resolveSibling(".unfinished-" + home.getFileName());
    }

    private void write(Path home, long seed) throws IOException {
        var unfinished = unfinished(home);
        if (Files.exists(unfinished)) {
            NewInFolder.delete(unfinished);
        }
        OwnerOnly.createDirectories(unfinished);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var log : new LogHistory(new Dice(seed), new Phrases(), today).logs()) {
            log.writeBelow(unfinished);
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }
}
