package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * A run in the list.
 *
 * @param silence how long it has been stalled, by whole minutes so that a row changes seldom; empty unless it is
 * @param tokens what it used as far as that is known
 */
record RunRow(AnalysisRun run, RunState state, Optional<Duration> silence, Optional<Long> tokens) {

    /** Live ones first, then other open ones, then the newest. */
    static final Comparator<RunRow> ORDER = Comparator.<RunRow>comparingInt(
                    row -> row.state == RunState.LIVE ? 0 : row.state.isOpen() ? 1 : 2)
            .thenComparing(row -> row.run.times().createdAt(), Comparator.reverseOrder())
            .thenComparing(row -> row.run.id(), Comparator.reverseOrder());

    String id() {
        return run.id();
    }
}
