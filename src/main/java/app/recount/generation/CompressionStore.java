package app.recount.generation;

import app.recount.memory.KeptTurn;
import app.recount.memory.KeptTurns;
import app.recount.memory.TurnKey;
import app.recount.store.DataDirectory;
import app.recount.store.RecountStore;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The compression turns in recount.db. A turn belongs to the memory in one data directory, so that those of another one, or of the
 * demo, never enter its events.
 */
public final class CompressionStore implements KeptTurns {

    private static final String COLUMNS = """
            memory_session_id, turn, tokens_input, tokens_output, cost_usd, model, provider, outcome,
            created_at_epoch, origin, data_directory""";

    private final RecountStore store;

    public CompressionStore(RecountStore store) {
        this.store = store;
    }

    /** What became of a turn that was to be kept. */
    enum Fate {
        ADDED,
        /** Known already, with the same content. */
        SAME,
        /** Known with another content, which stays. */
        DIFFERS,
        REPLACED
    }

    /** Decides, for a turn that is known with another content, whether the new one takes its place. */
    @FunctionalInterface
    interface Precedence {
        boolean over(CompressionEvent known, CompressionEvent told);
    }

    /** Keeps all of them in one transaction; the fates are in the order of the turns. */
    List<Fate> keep(Collection<CompressionEvent> turns, DataDirectory directory, Precedence precedence) {
        return store.write(connection -> {
            var fates = new ArrayList<Fate>();
            try (var find = find(connection);
                    var insert = insert(connection)) {
                for (var turn : turns) {
                    var fate = fate(find, turn, directory, precedence);
                    if (fate == Fate.ADDED || fate == Fate.REPLACED) {
                        put(insert, turn, directory);
                    }
                    fates.add(fate);
                }
            }
            return fates;
        });
    }

    /** What {@link #keep} would do, without doing it; the turns are taken to be different ones. */
    List<Fate> foresee(Collection<CompressionEvent> turns, DataDirectory directory, Precedence precedence) {
        return store.read(connection -> {
            var fates = new ArrayList<Fate>();
            try (var find = find(connection)) {
                for (var turn : turns) {
                    fates.add(fate(find, turn, directory, precedence));
                }
            }
            return fates;
        });
    }

    private static Fate fate(
            PreparedStatement find, CompressionEvent turn, DataDirectory directory, Precedence precedence)
            throws SQLException {
        find.setString(1, turn.key().memorySessionId());
        find.setLong(2, turn.key().turn());
        try (var row = find.executeQuery()) {
            if (!row.next()) {
                return Fate.ADDED;
            }
            var known = event(row);
            boolean sameMemory = row.getString("data_directory").equals(name(directory));
            if (sameMemory && known.tellsTheSameAs(turn)) {
                return Fate.SAME;
            }
            return precedence.over(known, turn) ? Fate.REPLACED : Fate.DIFFERS;
        }
    }

    private static PreparedStatement find(Connection connection) throws SQLException {
        return connection.prepareStatement("""
                SELECT %s FROM compression_events WHERE memory_session_id = ? AND turn = ?
                """.formatted(COLUMNS));
    }

    private static PreparedStatement insert(Connection connection) throws SQLException {
        return connection.prepareStatement("""
                INSERT OR REPLACE INTO compression_events(%s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """.formatted(COLUMNS));
    }

    private static void put(PreparedStatement insert, CompressionEvent turn, DataDirectory directory)
            throws SQLException {
        insert.setString(1, turn.key().memorySessionId());
        insert.setLong(2, turn.key().turn());
        insert.setObject(3, turn.figures().tokensInput().orElse(null));
        insert.setObject(4, turn.figures().tokensOutput().orElse(null));
        insert.setString(
                5, turn.figures().costUsd().map(BigDecimal::toPlainString).orElse(null));
        insert.setString(6, turn.model().orElse(null));
        insert.setString(7, turn.provider().orElse(null));
        insert.setString(8, turn.outcome().map(TurnOutcome::word).orElse(null));
        insert.setLong(9, turn.at().toEpochMilli());
        insert.setString(10, turn.origin().word());
        insert.setString(11, name(directory));
        insert.executeUpdate();
    }

    /** Forgets those of these turns that were counted in a transcript, which holds only copies of them. */
    void forgetCopies(Collection<TurnKey> copies, DataDirectory directory) {
        if (copies.isEmpty()) {
            return;
        }
        store.write(connection -> {
            try (var delete = connection.prepareStatement("""
                    DELETE FROM compression_events
                    WHERE memory_session_id = ? AND turn = ? AND origin = 'transcript' AND data_directory = ?
                    """)) {
                for (var copy : copies) {
                    delete.setString(1, copy.memorySessionId());
                    delete.setLong(2, copy.turn());
                    delete.setString(3, name(directory));
                    delete.addBatch();
                }
                return delete.executeBatch().length;
            }
        });
    }

    /** All turns of a data directory's memory, oldest first. */
    public List<CompressionEvent> list(DataDirectory directory) {
        return store.read(connection -> {
            try (var query = connection.prepareStatement("""
                    SELECT %s FROM compression_events
                    WHERE data_directory = ?
                    ORDER BY created_at_epoch, memory_session_id, turn
                    """.formatted(COLUMNS))) {
                query.setString(1, name(directory));
                try (var row = query.executeQuery()) {
                    var events = new ArrayList<CompressionEvent>();
                    while (row.next()) {
                        events.add(event(row));
                    }
                    return List.copyOf(events);
                }
            }
        });
    }

    @Override
    public List<KeptTurn> of(DataDirectory directory) {
        // asked by whoever reads a memory; that alone makes no store
        return store.exists()
                ? list(directory).stream().map(CompressionStore::kept).toList()
                : List.of();
    }

    @Override
    public Optional<String> query(DataDirectory directory, String column, LocalDate day, Instant now) {
        if (!store.exists()) {
            return Optional.empty();
        }
        var from = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        var to = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return Optional.of("""
                -- %s of the turns of %s that Recount keeps itself, as of %s
                SELECT memory_session_id, turn, %1$s AS figure
                FROM compression_events
                WHERE data_directory = '%s'
                    AND created_at_epoch >= %d AND created_at_epoch < %d AND created_at_epoch <= %d;
                """.formatted(
                        column,
                        day,
                        now,
                        name(directory).replace("'", "''"),
                        from.toEpochMilli(),
                        to.toEpochMilli(),
                        now.toEpochMilli()));
    }

    private static KeptTurn kept(CompressionEvent event) {
        Map<String, BigDecimal> figures = new HashMap<>();
        event.figures().tokensInput().ifPresent(tokens -> figures.put("tokens_input", BigDecimal.valueOf(tokens)));
        event.figures().tokensOutput().ifPresent(tokens -> figures.put("tokens_output", BigDecimal.valueOf(tokens)));
        event.figures().costUsd().ifPresent(cost -> figures.put("cost_usd", cost));
        return new KeptTurn(
                event.key(),
                event.at(),
                event.model().orElse(""),
                event.provider().orElse(""),
                figures);
    }

    private static CompressionEvent event(ResultSet row) throws SQLException {
        return new CompressionEvent(
                new TurnKey(row.getString("memory_session_id"), row.getLong("turn")),
                figures(row),
                Optional.ofNullable(row.getString("model")),
                Optional.ofNullable(row.getString("provider")),
                Optional.ofNullable(row.getString("outcome")).flatMap(TurnOutcome::byWord),
                Instant.ofEpochMilli(row.getLong("created_at_epoch")),
                TurnOrigin.byWord(row.getString("origin")).orElseThrow());
    }

    static TurnFigures figures(ResultSet row) throws SQLException {
        return new TurnFigures(
                whole(row.getObject("tokens_input")),
                whole(row.getObject("tokens_output")),
                Optional.ofNullable(row.getString("cost_usd")).map(BigDecimal::new));
    }

    private static Optional<Long> whole(Object value) {
        return value instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    static String name(DataDirectory directory) {
        return Objects.requireNonNull(directory.realPath()).toString();
    }
}
