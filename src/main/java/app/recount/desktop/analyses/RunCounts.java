package app.recount.desktop.analyses;

import java.util.List;

/**
 * How many runs there are.
 *
 * @param open neither live nor stalled: without a session that is known
 */
record RunCounts(int all, int live, int stalled, int open) {

    static final RunCounts NONE = new RunCounts(0, 0, 0, 0);

    static RunCounts of(List<RunRow> rows) {
        return new RunCounts(
                rows.size(), count(rows, RunState.LIVE), count(rows, RunState.STALLED), count(rows, RunState.OPEN));
    }

    private static int count(List<RunRow> rows, RunState state) {
        return (int) rows.stream().filter(row -> row.state() == state).count();
    }
}
