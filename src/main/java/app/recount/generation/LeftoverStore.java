package app.recount.generation;

import app.recount.memory.TurnKey;
import app.recount.store.DataDirectory;
import app.recount.store.RecountStore;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What was gathered and belongs to no turn, in recount.db. Nothing of it ever enters an event. */
public final class LeftoverStore {

    private final RecountStore store;

    public LeftoverStore(RecountStore store) {
        this.store = store;
    }

    /**
     * Keeps all of them in one transaction. What is known stays as it is, but a call of a transcript that went on is brought up to date.
     *
     * @return how many were new or brought up to date
     */
    int keep(Collection<Leftover> leftovers, DataDirectory directory) {
        return store.write(connection -> {
            int changed = 0;
            try (var insert = connection.prepareStatement("""
                    INSERT INTO generation_leftovers(
                        identity, day, origin, model, provider, tokens_input, tokens_output, cost_usd, data_directory)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT(data_directory, identity) DO UPDATE
                    SET tokens_input = excluded.tokens_input, tokens_output = excluded.tokens_output
                    WHERE origin = 'transcript'
                        AND (tokens_input, tokens_output) IS NOT (excluded.tokens_input, excluded.tokens_output)
                    """)) {
                for (var leftover : leftovers) {
                    var figures = leftover.figures();
                    insert.setString(1, leftover.identity());
                    insert.setString(2, leftover.day().toString());
                    insert.setString(3, leftover.origin().word());
                    insert.setString(4, leftover.model().orElse(null));
                    insert.setString(5, leftover.provider().orElse(null));
                    insert.setObject(6, figures.tokensInput().orElse(null));
                    insert.setObject(7, figures.tokensOutput().orElse(null));
                    insert.setString(
                            8, figures.costUsd().map(BigDecimal::toPlainString).orElse(null));
                    insert.setString(9, CompressionStore.name(directory));
                    changed += insert.executeUpdate();
                }
            }
            return changed;
        });
    }

    /** How many {@link #keep} would find new or changed. */
    int foresee(Collection<Leftover> leftovers, DataDirectory directory) {
        return store.read(connection -> {
            int changed = 0;
            try (var find = connection.prepareStatement("""
                    SELECT 1 FROM generation_leftovers
                    WHERE data_directory = ? AND identity = ?
                        AND (origin <> 'transcript' OR (tokens_input, tokens_output) IS (?, ?))
                    """)) {
                for (var leftover : leftovers) {
                    find.setString(1, CompressionStore.name(directory));
                    find.setString(2, leftover.identity());
                    find.setObject(3, leftover.figures().tokensInput().orElse(null));
                    find.setObject(4, leftover.figures().tokensOutput().orElse(null));
                    try (var row = find.executeQuery()) {
                        changed += row.next() ? 0 : 1;
                    }
                }
            }
            return changed;
        });
    }

    /** Forgets the calls of a transcript whose session turned out to be known: they are turns now. */
    void forgetTranscript(String session, DataDirectory directory) {
        store.write(connection -> {
            try (var delete = connection.prepareStatement("""
                    DELETE FROM generation_leftovers
                    WHERE data_directory = ? AND origin = 'transcript' AND identity GLOB ?
                    """)) {
                delete.setString(1, CompressionStore.name(directory));
                delete.setString(2, session + "/*");
                return delete.executeUpdate();
            }
        });
    }

    /** Forgets these answers of a transcript, which holds only copies of them. */
    void forgetCopies(Collection<TurnKey> copies, DataDirectory directory) {
        if (copies.isEmpty()) {
            return;
        }
        store.write(connection -> {
            try (var delete = connection.prepareStatement("""
                    DELETE FROM generation_leftovers
                    WHERE data_directory = ? AND origin = 'transcript' AND identity = ?
                    """)) {
                for (var copy : copies) {
                    delete.setString(1, CompressionStore.name(directory));
                    delete.setString(2, Transcript.identity(copy));
                    delete.addBatch();
                }
                return delete.executeBatch().length;
            }
        });
    }

    /** All of a data directory, by day. */
    public List<Leftover> list(DataDirectory directory) {
        return store.read(connection -> {
            try (var query = connection.prepareStatement("""
                    SELECT identity, day, origin, model, provider, tokens_input, tokens_output, cost_usd
                    FROM generation_leftovers
                    WHERE data_directory = ?
                    ORDER BY day, origin, identity
                    """)) {
                query.setString(1, CompressionStore.name(directory));
                try (var row = query.executeQuery()) {
                    var leftovers = new ArrayList<Leftover>();
                    while (row.next()) {
                        leftovers.add(leftover(row));
                    }
                    return List.copyOf(leftovers);
                }
            }
        });
    }

    private static Leftover leftover(ResultSet row) throws SQLException {
        return new Leftover(
                row.getString("identity"),
                LocalDate.parse(row.getString("day")),
                LeftoverOrigin.byWord(row.getString("origin")).orElseThrow(),
                Optional.ofNullable(row.getString("model")),
                Optional.ofNullable(row.getString("provider")),
                CompressionStore.figures(row));
    }
}
