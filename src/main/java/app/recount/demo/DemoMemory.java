package app.recount.demo;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.AtomicFile;
import app.recount.store.DataDirectory;
import app.recount.store.JsonFile;
import app.recount.store.OwnerOnly;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Writes a data directory that looks like that of somebody who has used claude-mem for months. The same seed on the same day gives
 * the same rows. The folder is marked by {@code recount-demo.json} before anything else, so that one that was left half done can be
 * finished, and the database comes last, so that one that has it is complete.
 */
public final class DemoMemory {

    public static final long DEFAULT_SEED = 20_260_511;

    private static final String SEAL = "recount-demo.json";

    private final Clock clock;

    public DemoMemory(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes demo data in a folder that is new or empty, or returns the demo data of that seed that it already holds.
     *
     * @throws ProblemException {@code DEMO_FOLDER_NOT_EMPTY} if it holds anything else, which is left alone;
     *     {@code DEMO_NOT_WRITTEN} if the folder cannot be written
     */
    public DemoFolder in(Path folder, long seed) {
        var path = folder.toAbsolutePath().normalize();
        var directory = DataDirectory.named(path);
        try {
            boolean sealed = isSealed(path, seed);
            if (sealed && Files.exists(directory.database())) {
                return new DemoFolder(directory, seed, true);
            }
            if (!sealed) {
                refuseUnlessEmpty(path);
                OwnerOnly.createDirectories(path);
                AtomicFile.write(path.resolve(SEAL), utf8("{\n  \"seed\": %d\n}\n".formatted(seed)));
            }
            write(directory, seed, clock.instant());
            return new DemoFolder(directory, seed, false);
        } catch (IOException | SQLException e) {
            throw notWritten(path, e);
        }
    }

    /** All that may come into the folder. */
    static Stream<Path> entries(DataDirectory directory) {
        return Stream.of(
                directory.path().resolve(SEAL),
                directory.telemetryConfig(),
                directory.database(),
                DemoWorkshop.log(directory.database()),
                DemoWorkshop.in(directory.path()).folder());
    }

    static ProblemException notWritten(Path folder, Exception e) {
        return new ProblemException(
                Problem.of("DEMO_NOT_WRITTEN", folder).because(e).advising(Action.read("otherDemoFolder")), e);
    }

    private static boolean isSealed(Path path, long seed) throws IOException {
        var seal = path.resolve(SEAL);
        return Files.isRegularFile(seal)
                && JsonFile.parse(Files.readAllBytes(seal))
                        .filter(json -> json.path("seed").canConvertToLong())
                        .filter(json -> json.path("seed").asLong() == seed)
                        .isPresent();
    }

    private static void refuseUnlessEmpty(Path path) throws IOException {
        if (Files.notExists(path) || (Files.isDirectory(path) && isEmpty(path))) {
            return;
        }
        throw new ProblemException(Problem.of("DEMO_FOLDER_NOT_EMPTY", path)
                .because(
                        Files.exists(path.resolve(SEAL))
                                ? Wording.of("problem.DEMO_FOLDER_NOT_EMPTY.otherSeed")
                                : Wording.of("problem.DEMO_FOLDER_NOT_EMPTY.foreign"))
                .advising(Action.read("emptyDemoFolder")));
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (var entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(DataDirectory directory, long seed, Instant now) throws IOException, SQLException {
        if (Files.notExists(directory.telemetryConfig())) {
            AtomicFile.write(directory.telemetryConfig(), utf8(telemetryConfig(seed, now)));
        }
        DemoWorkshop.in(directory.path()).build(directory.database(), seed, now);
    }

    /** Telemetry decided for, so that a review can go all the way. */
    private static String telemetryConfig(long seed, Instant now) {
        return """
                {
                  "enabled": true,
                  "installId": "%s",
                  "decidedAt": "%s"
                }
                """.formatted(
                new Dice(seed).uuid(), MemoryRows.ISO_MILLIS.format(now.minus(Duration.ofDays(WorkHistory.LENGTH))));
    }
}
