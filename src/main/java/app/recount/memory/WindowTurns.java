package app.recount.memory;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a compression turn lies in the window, found by a few looks into indices instead of a reading. The answer is that of
 * {@link Activity#turnsInWindow()}.
 */
final class WindowTurns {

    private final MemoryConnection memory;
    private final MemorySchema schema;
    private final Instant now;

    WindowTurns(MemoryConnection memory, MemorySchema schema, Instant now) {
        this.memory = memory;
        this.schema = schema;
        this.now = now;
    }

    static List<MemoryStatement> statements(MemorySchema schema) {
        var firsts = Stream.of(SourceTable.SESSIONS, SourceTable.OBSERVATIONS, SourceTable.TURNS)
                .flatMap(source -> CountableTable.in(schema, source).stream())
                .map(WindowTurns::first);
        var known = CountableTable.in(schema, SourceTable.TURNS).filter(WindowTurns::hasKey).stream()
                .map(WindowTurns::knows);
        return Stream.concat(firsts, known).toList();
    }

    /** @param kept turns that stand elsewhere; one that the database knows too does not count */
    boolean any(List<KeptTurn> kept) throws SQLException {
        var installDay = firstDay(SourceTable.SESSIONS);
        if (installDay.isEmpty()) {
            installDay = firstDay(SourceTable.OBSERVATIONS);
        }
        var window = installDay.flatMap(day -> DayWindow.of(day, now));
        if (window.isEmpty()) {
            return false;
        }
        var from = start(window.get().installDay());
        var to = start(window.get().lastFullDay().plusDays(1)).minusMillis(1);
        var turns = CountableTable.in(schema, SourceTable.TURNS);
        return (turns.isPresent() && first(turns.get(), from, to).isPresent())
                || anyKept(kept, turns.filter(WindowTurns::hasKey), window.get());
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private Optional<LocalDate> firstDay(SourceTable source) throws SQLException {
        var table = CountableTable.in(schema, source);
        return table.isEmpty()
                ? Optional.empty()
                : first(table.get(), DayWindow.FLOOR, now).map(DayWindow::utcDay);
    }

    /** The first row that lies between them, both included, whichever unit its epoch has. */
    private Optional<Instant> first(CountableTable table, Instant from, Instant to) throws SQLException {
        var inMillis = first(table, from.toEpochMilli(), to.toEpochMilli()).map(Instant::ofEpochMilli);
        var inSeconds = first(table, from.getEpochSecond(), to.getEpochSecond()).map(Instant::ofEpochSecond);
        return inMillis.filter(one -> inSeconds.isEmpty() || one.isBefore(inSeconds.get()))
                .or(() -> inSeconds);
    }

    private static MemoryStatement first(CountableTable table) {
        return new MemoryStatement(Purpose.WINDOW, """
                SELECT %1$s FROM %2$s
                WHERE %1$s BETWEEN ? AND ? AND typeof(%1$s) = 'integer'
                ORDER BY %1$s
                LIMIT 1
                """.formatted(table.epoch(), table.name()));
    }

    /** Both units are ranges of the bare column and lie far apart, so that an index answers at once. */
    private Optional<Long> first(CountableTable table, long from, long to) throws SQLException {
        try (var query = memory.prepare(first(table))) {
            query.setLong(1, from);
            query.setLong(2, to);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    private static boolean hasKey(CountableTable turns) {
        return TurnReader.KEY.stream().allMatch(turns.relation()::has);
    }

    private boolean anyKept(List<KeptTurn> kept, Optional<CountableTable> turns, DayWindow window) throws SQLException {
        for (var turn : kept) {
            if (window.contains(DayWindow.utcDay(turn.at())) && (turns.isEmpty() || !knows(turns.get(), turn.key()))) {
                return true;
            }
        }
        return false;
    }

    private static MemoryStatement knows(CountableTable turns) {
        return new MemoryStatement(Purpose.WINDOW, """
                SELECT 1 FROM %s
                WHERE memory_session_id = ? COLLATE BINARY AND typeof(memory_session_id) = 'text'
                    AND turn = ? AND typeof(turn) = 'integer'
                """.formatted(turns.name()));
    }

    private boolean knows(CountableTable turns, TurnKey key) throws SQLException {
        try (var query = memory.prepare(knows(turns))) {
            query.setString(1, key.memorySessionId());
            query.setLong(2, key.turn());
            try (var row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
