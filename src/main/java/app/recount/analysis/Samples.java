package app.recount.analysis;

import app.recount.analysis.RunProgress.Point;
import app.recount.store.RecountStore;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The curve of a run between its marks: one sample whenever the count was seen changed. At most {@value #MOST} are kept; then the one
 * goes whose absence changes the curve least (the smallest triangle with its neighbours), so that a run of days keeps its shape.
 */
final class Samples {

    static final int MOST = 300;

    private final RecountStore store;

    Samples(RecountStore store) {
        this.store = store;
    }

    /** Oldest first. */
    List<Point> of(String run) {
        return store.read(connection -> select(connection, run));
    }

    /** Adds a sample unless nothing was used since the newest one, or somebody else was faster, or the clock went back. */
    void add(String run, Point sample) {
        addAll(run, List.of(sample));
    }

    /** Adds samples, oldest first, in one transaction; of very many only as many as are kept, evenly. */
    void addAll(String run, List<Point> added) {
        var step = (added.size() + MOST - 1) / MOST;
        store.write(connection -> {
            var samples = new ArrayList<>(select(connection, run));
            for (int i = (added.size() - 1) % step; i < added.size(); i += step) {
                add(connection, run, samples, added.get(i));
            }
            return samples.size();
        });
    }

    private static void add(Connection connection, String run, List<Point> samples, Point sample) throws SQLException {
        if (!samples.isEmpty() && !follows(samples.getLast(), sample)) {
            return;
        }
        try (var insert =
                connection.prepareStatement("INSERT INTO analysis_samples(run_id, at, tokens) VALUES (?, ?, ?)")) {
            insert.setString(1, run);
            insert.setString(2, Stamps.text(sample.at()));
            insert.setLong(3, sample.tokens());
            insert.executeUpdate();
        }
        samples.add(sample);
        if (samples.size() > MOST) {
            var least = leastNeeded(samples);
            delete(connection, run, least);
            samples.remove(least);
        }
    }

    static boolean follows(Point newest, Point sample) {
        return sample.tokens() > newest.tokens() && sample.at().isAfter(newest.at());
    }

    private static List<Point> select(Connection connection, String run) throws SQLException {
        try (var query =
                connection.prepareStatement("SELECT at, tokens FROM analysis_samples WHERE run_id = ? ORDER BY at")) {
            query.setString(1, run);
            var found = new ArrayList<Point>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new Point(Instant.parse(row.getString(1)), row.getLong(2)));
                }
            }
            return found;
        }
    }

    private static void delete(Connection connection, String run, Point sample) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM analysis_samples WHERE run_id = ? AND at = ?")) {
            delete.setString(1, run);
            delete.setString(2, Stamps.text(sample.at()));
            delete.executeUpdate();
        }
    }

    /** Never the first or the last. */
    static Point leastNeeded(List<Point> samples) {
        var least = samples.get(1);
        BigInteger smallest = null;
        for (int i = 1; i < samples.size() - 1; i++) {
            var area = area(samples.get(i - 1), samples.get(i), samples.get(i + 1));
            if (smallest == null || area.compareTo(smallest) < 0) {
                smallest = area;
                least = samples.get(i);
            }
        }
        return least;
    }

    /** Twice the triangle's; in whole numbers, which long runs would overflow. */
    private static BigInteger area(Point a, Point b, Point c) {
        return BigInteger.valueOf(millis(a, c))
                .multiply(BigInteger.valueOf(b.tokens() - a.tokens()))
                .subtract(BigInteger.valueOf(millis(a, b)).multiply(BigInteger.valueOf(c.tokens() - a.tokens())))
                .abs();
    }

    private static long millis(Point from, Point to) {
        return Duration.between(from.at(), to.at()).toMillis();
    }
}
