package app.recount.memory;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of this package share: a folder for the database, one for Recount, and a day to be at. */
abstract class MemoryTest {

    static final Instant NOW = Instant.parse("2026-06-12T09:30:00Z");

    @TempDir
    Path temporary;

    Path folder;
    RecountHome home;

    @BeforeEach
    void make_folders() throws IOException {
        folder = Files.createDirectory(temporary.resolve("memory"));
        home = RecountHome.at(temporary.resolve("home"));
    }

    Activity read(MemoryFixture fixture) {
        return read(fixture.writeTo(folder));
    }

    Activity read(Path database) {
        return read(database, NOW);
    }

    Activity read(Path database, Instant now) {
        return new MemoryReader(home).read(database, now, Progress.NONE);
    }

    Problem problem(Path database) {
        return catchThrowableOfType(ProblemException.class, () -> read(database))
                .problem();
    }

    /** The values of one day; none if the day has no rollup. */
    static Map<RollupMetric, BigDecimal> rollup(Activity activity, String day) {
        return activity.rollups().stream()
                .filter(rollup -> rollup.day().equals(LocalDate.parse(day)))
                .findFirst()
                .map(DailyRollup::values)
                .orElse(Map.of());
    }

    static Optional<Finding> finding(Activity activity, Finding.Code code) {
        return activity.findings().stream()
                .filter(finding -> finding.code() == code)
                .findFirst();
    }

    /** How many rows a finding is about, 0 if there is no such finding. */
    static long count(Activity activity, Finding.Code code) {
        return finding(activity, code).map(Finding::count).orElse(0L);
    }

    static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }
}
