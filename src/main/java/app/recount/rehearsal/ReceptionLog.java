package app.recount.rehearsal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest receptions, as many as fit into a fixed amount of memory. */
final class ReceptionLog {

    private static final int MOST = 200;
    private static final long MOST_BYTES = 64_000_000;

    private final Deque<Reception> receptions = new ArrayDeque<>();
    private long bytes;

    synchronized void add(Reception reception) {
        receptions.addLast(reception);
        bytes += reception.body().length();
        while (receptions.size() > MOST || (bytes > MOST_BYTES && receptions.size() > 1)) {
            bytes -= receptions.removeFirst().body().length();
        }
    }

    synchronized List<Reception> receptions() {
        return List.copyOf(receptions);
    }
}
