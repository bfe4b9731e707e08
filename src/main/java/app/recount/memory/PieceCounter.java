package app.recount.memory;

import app.recount.memory.Pieces.Piece;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Counts pieces of tables on one connection until none is left. */
final class PieceCounter implements AutoCloseable {

    private final MemoryConnection memory;
    private final Instant now;
    private final Map<SourceTable, TableCounter> counters = new EnumMap<>(SourceTable.class);

    PieceCounter(MemoryConnection memory, Instant now) {
        this.memory = memory;
        this.now = now;
    }

    /** Is told of rows that were read just now. */
    @FunctionalInterface
    interface RowProgress {
        void read(SourceTable table, long rows);
    }

    /** What this counter got of the pieces. */
    Map<SourceTable, TableCount> count(Pieces pieces, RowProgress progress) throws SQLException {
        for (var piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
            count(piece.get(), progress);
        }
        var counted = new EnumMap<SourceTable, TableCount>(SourceTable.class);
        counters.forEach((table, counter) -> counted.put(table, counter.counted()));
        return counted;
    }

    private void count(Piece piece, RowProgress progress) throws SQLException {
        var table = piece.table().source();
        var counter = counters.get(table);
        if (counter == null) {
            counter = new TableCounter(memory, piece.table(), now);
            counters.put(table, counter);
        }
        counter.count(piece, rows -> progress.read(table, rows));
    }

    @Override
    public void close() throws SQLException {
        for (var counter : counters.values()) {
            counter.close();
        }
    }
}
