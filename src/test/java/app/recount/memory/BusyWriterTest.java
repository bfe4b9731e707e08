package app.recount.memory;

import static app.recount.memory.MemoryFixture.connect;
import static app.recount.memory.MemoryFixture.memory;
import static app.recount.memory.MemoryFixture.millis;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.JavaProcess;
import app.recount.problem.ProblemException;
import app.recount.store.Progress;
import app.recount.text.Wording;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker in a process of its own writes, checkpoints and begins its log anew while the database is read again and again. */
class BusyWriterTest extends MemoryTest {

    private static final String DAY = "2026-05-20";
    private static final long AT = millis(DAY + "T10:00:00Z");

    /** How often a state is read; each has to be one that the writer committed. */
    private static final int READINGS = 8;

    /** Enough to move the log into the database and to begin it anew, several times. */
    private static final int TRANSACTIONS = 12;

    @ParameterizedTest
    @ValueSource(strings = {"WAL", "DELETE", "TRUNCATE"})
    @Timeout(120)
    void every_reading_is_a_state_that_was_committed(String journalMode) throws Exception {
        var database = memory().journalMode(journalMode)
                .session(DAY + "T09:00:00Z")
                .then("CREATE INDEX by_epoch ON observations(created_at_epoch)")
                .writeTo(folder);
        var writer = start(database, journalMode);
        try (var output = writer.inputReader(StandardCharsets.UTF_8)) {
            var states = new HashSet<Long>();
            for (int n = 0; n < READINGS; n++) {
                readUnlessTooBusy(database, output).ifPresent(activity -> states.add(assertConsistent(activity)));
            }
            assertThat(states).as("different states").hasSizeGreaterThan(3);
        } finally {
            writer.destroyForcibly().waitFor();
        }
        assertConsistent(read(database));
    }

    /** Being too busy is an honest answer, a mixture is not. */
    private Optional<Activity> readUnlessTooBusy(Path database, BufferedReader output) {
        try {
            return Optional.of(new MemoryReader(home).read(database, NOW, new Interference(output)));
        } catch (ProblemException e) {
            assertThat(e.problem().code()).isEqualTo("DB_CHANGING");
            return Optional.empty();
        }
    }

    /** Holds the reader up at the worst moment, once: halfway through a copy, and between two tables. */
    private static final class Interference implements Progress {

        private final BufferedReader output;
        private final Set<Wording> moments =
                new HashSet<>(Set.of(Wording.of("step.copying"), Wording.of("step.counting", "sdk_sessions")));

        Interference(BufferedReader output) {
            this.output = output;
        }

        @Override
        public void report(Wording step, double fraction) {
            if (moments.remove(step)) {
                awaitTransactions(output);
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    /** The writer prints a dot after each transaction; what it printed before does not count. */
    private static void awaitTransactions(BufferedReader output) {
        try {
            while (output.ready()) {
                assertThat(output.read()).isEqualTo('.');
            }
            for (int n = 0; n < TRANSACTIONS; n++) {
                assertThat(output.read()).isEqualTo('.');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What every transaction keeps: as many prompts as observations, and tokens that tell how many. */
    private static long assertConsistent(Activity activity) {
        var rollup = activity.rollups().getFirst();
        assertThat(rollup.day()).hasToString(DAY);
        var observations = rollup.rows().getOrDefault(SourceTable.OBSERVATIONS, 0L);
        assertThat(rollup.rows().getOrDefault(SourceTable.PROMPTS, 0L)).isEqualTo(observations);
        var tokens = rollup.values().get(RollupMetric.DISCOVERY_TOKENS);
        assertThat(tokens == null ? 0 : tokens.longValueExact()).isEqualTo(observations * 1000);
        return observations;
    }

    private static Process start(Path database, String journalMode) throws IOException {
        return JavaProcess.of(Writer.class, database, journalMode)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Grows and shrinks three tables in step, a transaction at a time, until it is killed. */
    static final class Writer {

        private static final Duration LIFETIME = Duration.ofMinutes(3);

        public static void main(String[] args) throws SQLException, InterruptedException {
            var end = Instant.now().plus(LIFETIME);
            try (var connection = connect(Path.of(args[0]));
                    var statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = " + args[1]);
                statement.execute("PRAGMA wal_autocheckpoint = 20");
                statement.execute("PRAGMA busy_timeout = 5000");
                for (int n = 1; Instant.now().isBefore(end); n++) {
                    statement.execute("BEGIN IMMEDIATE");
                    if (n % 10 == 0) {
                        for (var table : new String[] {"observations", "user_prompts", "session_summaries"}) {
                            statement.execute("DELETE FROM %s WHERE id %% 3 = 0".formatted(table));
                        }
                    } else {
                        for (int row = 0; row < 20; row++) {
                            var id = n * 20 + row;
                            statement.execute(
                                    "INSERT INTO observations(id, created_at_epoch, text) VALUES (%d, %d, '%s')"
                                            .formatted(id, AT, "x".repeat(id % 700)));
                            statement.execute(
                                    "INSERT INTO user_prompts(id, created_at_epoch) VALUES (%d, %d)".formatted(id, AT));
                            statement.execute(
                                    "INSERT INTO session_summaries(id, created_at_epoch, discovery_tokens) VALUES (%d, %d, 1000)"
                                            .formatted(id, AT));
                        }
                    }
                    statement.execute("COMMIT");
                    System.out.write('.');
                    System.out.flush();
                    // not a wait for anything: the pace of a very busy worker
                    Thread.sleep(5);
                }
            }
        }
    }
}
