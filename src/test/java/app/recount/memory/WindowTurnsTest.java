package app.recount.memory;

import static app.recount.memory.MemoryFixture.memory;
import static app.recount.memory.MemoryFixture.millis;
import static app.recount.memory.MemoryFixture.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quick look says the same of compression turns in the window as a whole reading. */
class WindowTurnsTest extends MemoryTest {

    private static final List<String> MOMENTS = List.of(
            "2023-12-31T23:59:59.999Z",
            "2024-01-01T00:00:00Z",
            "2026-05-19T23:59:59.999Z",
            "2026-05-20T00:00:00Z",
            "2026-05-20T12:00:00Z",
            "2026-06-09T23:59:59.999Z",
            "2026-06-10T00:00:00Z",
            "2026-06-12T09:30:00Z",
            "2026-06-12T09:30:00.001Z");

    private boolean looked(Path database, List<KeptTurn> kept) {
        return reader(kept).hasTurnsInWindow(database, directory(), NOW);
    }

    private boolean read(Path database, List<KeptTurn> kept) {
        return !reader(kept)
                .read(database, directory(), NOW, Progress.NONE)
                .turnsInWindow()
                .isEmpty();
    }

    private MemoryReader reader(List<KeptTurn> kept) {
        return new MemoryReader(home, _ -> kept);
    }

    private DataDirectory directory() {
        return DataDirectory.locate(new Environment(Map.of(), temporary, "linux"), Optional.of(folder));
    }

    private static KeptTurn kept(long turn, String at) {
        return new KeptTurn(new TurnKey("a", turn), Instant.parse(at), "", "", Map.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_look_and_a_reading_agree_whatever_stands_there(long seed) throws IOException {
        var random = new Random(seed);
        int found = 0;
        for (int n = 0; n < 20; n++) {
            var memory = Files.createDirectory(temporary.resolve("memory-" + n));
            folder = memory;
            var database = anything(random).writeTo(memory);
            var kept = new ArrayList<KeptTurn>();
            for (int turn = 0; turn < random.nextInt(3); turn++) {
                kept.add(kept(turn, moment(random)));
            }

            boolean looked = looked(database, kept);

            assertThat(looked).as("database %d of seed %d", n, seed).isEqualTo(read(database, kept));
            found += looked ? 1 : 0;
        }
        assertThat(found).isBetween(2, 18);
    }

    private static MemoryFixture anything(Random random) {
        var fixture = memory();
        if (random.nextInt(4) > 0) {
            fixture.row(SourceTable.SESSIONS, epoch(random));
        } else if (random.nextBoolean()) {
            fixture.withoutTable(SourceTable.SESSIONS);
        }
        fixture.row(SourceTable.OBSERVATIONS, epoch(random));
        if (random.nextBoolean()) {
            fixture.withTurns().untyped(SourceTable.TURNS, "created_at_epoch").untyped(SourceTable.TURNS, "turn");
            for (int rows = random.nextInt(3); rows > 0; rows--) {
                Object turn = random.nextInt(4) > 0 ? random.nextInt(3) : "1";
                fixture.row(SourceTable.TURNS, epoch(random), "memory_session_id", "a", "turn", turn);
            }
            if (random.nextInt(4) == 0) {
                fixture.then("CREATE INDEX by_time ON compression_events (created_at_epoch DESC)");
            }
        }
        return fixture;
    }

    private static String moment(Random random) {
        return MOMENTS.get(random.nextInt(MOMENTS.size()));
    }

    private static Object epoch(Random random) {
        var moment = moment(random);
        return switch (random.nextInt(8)) {
            case 0 -> "no number";
            case 1 -> 1.779e12 + 0.5;
            case 2, 3 -> seconds(moment);
            default -> millis(moment);
        };
    }

    @Test
    void a_kept_turn_that_the_database_dates_outside_the_window_does_not_count() {
        var database = memory().session("2026-05-20T10:00:00Z")
                .withTurns()
                .turn("a", 1, "2026-06-12T00:00:00Z", 1, 1, null)
                .writeTo(folder);

        assertThat(looked(database, List.of(kept(1, "2026-05-21T00:00:00Z")))).isFalse();
        assertThat(looked(database, List.of(kept(2, "2026-05-21T00:00:00Z")))).isTrue();
    }

    @Test
    void a_turn_that_stands_only_in_the_log_of_a_writer_is_seen_and_nothing_is_touched() throws Exception {
        var database = memory().session("2026-05-20T10:00:00Z")
                .withTurns()
                .journalMode("WAL")
                .writeTo(folder);
        try (var writer = MemoryFixture.connect(database);
                var statement = writer.createStatement()) {
            statement.execute("PRAGMA wal_autocheckpoint = 0");
            statement.execute("INSERT INTO compression_events(created_at_epoch) VALUES (%d)"
                    .formatted(millis("2026-05-21T00:00:00Z")));
            var before = Files.readAllBytes(database);

            assertThat(looked(database, List.of())).isTrue();
            assertThat(Files.readAllBytes(database)).isEqualTo(before);
        }
    }
}
