package app.recount.delivery;

import app.recount.consent.Approval;
import app.recount.payload.Digest;
import app.recount.store.RecountStore;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was shown, so that a digest on the command line can be told from one that nobody has seen. */
final class PreviewRegister {

    private final RecountStore store;

    PreviewRegister(RecountStore store) {
        this.store = store;
    }

    /**
     * Puts on record that this was shown; the newest showing of the same bytes, destination and days counts.
     *
     * @param shown the yes that it would take; nobody has given it yet
     */
    void record(Approval shown, Path dataDirectory) {
        store.write(connection -> {
            try (var insert = connection.prepareStatement("""
                    INSERT OR REPLACE INTO previews(
                        digest, destination, data_directory, first_day, through_day,
                        event_count, payload_version, install_id, text_version, text_hash, shown_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)) {
                insert.setString(1, shown.digest().toString());
                insert.setString(2, shown.destination());
                insert.setString(3, dataDirectory.toString());
                insert.setString(4, shown.firstDay().toString());
                insert.setString(5, shown.throughDay().toString());
                insert.setInt(6, shown.eventCount());
                insert.setInt(7, shown.payloadVersion());
                insert.setString(8, shown.installId());
                insert.setString(9, shown.textVersion());
                insert.setString(10, shown.textHash().toString());
                insert.setString(11, shown.approvedAt().toString());
                return insert.executeUpdate();
            }
        });
    }

    /** What was shown under this digest in this data directory, newest first, wherever it was to go. */
    List<Approval> shown(Digest digest, Path dataDirectory) {
        return store.read(connection -> {
            try (var query = connection.prepareStatement("""
                    SELECT digest, destination, first_day, through_day, event_count, payload_version,
                           install_id, text_version, text_hash, shown_at
                    FROM previews
                    WHERE digest = ? AND data_directory = ?
                    ORDER BY shown_at DESC
                    """)) {
                query.setString(1, digest.toString());
                query.setString(2, dataDirectory.toString());
                try (var row = query.executeQuery()) {
                    var found = new ArrayList<Approval>();
                    while (row.next()) {
                        found.add(approval(row));
                    }
                    return List.copyOf(found);
                }
            }
        });
    }

    private static Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                Digest.parse(row.getString(1)).orElseThrow(),
                row.getString(2),
                LocalDate.parse(row.getString(3)),
                LocalDate.parse(row.getString(4)),
                row.getInt(5),
                row.getInt(6),
                row.getString(7),
                row.getString(8),
                Digest.parse(row.getString(9)).orElseThrow(),
                Instant.parse(row.getString(10)));
    }
}
