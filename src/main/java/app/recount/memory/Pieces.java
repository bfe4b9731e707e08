package app.recount.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is left to be counted of some tables, for several threads: whoever is free takes the next piece. */
final class Pieces implements AutoCloseable {

    /** So many of each table: few enough to cost nothing, enough that nobody waits long for the last one. */
    private static final int OF_TABLE = 64;

    /**
     * The rows of a table whose numbers lie in {@code [first, last]}; where rows have no numbers, all of them. Says nothing of how many
     * there are: gaps make pieces uneven, not wrong.
     */
    record Piece(CountableTable table, long first, long last) {}

    private final Queue<Piece> left = new ConcurrentLinkedQueue<>();

    /**
     * Adds a table as a whole.
     *
     * @param ends the smallest and the largest of its row numbers, as far as they are known
     * @param smallest not worth dividing
     */
    void add(CountableTable table, Optional<Ends> ends, long smallest) {
        left.addAll(ends.map(between -> divided(table, between, smallest))
                .orElseGet(() -> List.of(new Piece(table, Long.MIN_VALUE, Long.MAX_VALUE))));
    }

    /** The smallest and the largest row number of a table. */
    record Ends(long first, long last) {}

    /** Differences are without a sign: numbers may be as far apart as they can be. The outer pieces are open, whatever the ends said. */
    private static List<Piece> divided(CountableTable table, Ends ends, long smallest) {
        long range = ends.last() - ends.first();
        long width = Math.max(smallest, Long.divideUnsigned(range, OF_TABLE) + 1);
        var pieces = new ArrayList<Piece>();
        var first = Long.MIN_VALUE;
        for (long done = 0; Long.compareUnsigned(range - done, width) >= 0; done += width) {
            long last = ends.first() + done + width - 1;
            pieces.add(new Piece(table, first, last));
            first = last + 1;
        }
        pieces.add(new Piece(table, first, Long.MAX_VALUE));
        return pieces;
    }

    /** The next piece, which is then nobody else's; empty once nothing is left. */
    Optional<Piece> next() {
        return Optional.ofNullable(left.poll());
    }

    /** Nobody needs to count any more. */
    @Override
    public void close() {
        left.clear();
    }
}
