package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.RunProgress;
import app.recount.analysis.RunStatus;
import app.recount.desktop.widget.Status;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kordamp.ikonli.feather.Feather;

/** How a run stands, as the page shows it: a shape and a word. */
enum RunState {
    LIVE(Feather.CIRCLE, Status.GOOD),
    STALLED(Feather.PAUSE, Status.CAUTION),
    /** Open, and nobody knows what it uses. */
    OPEN(Feather.CIRCLE, Status.OPEN),
    COMPLETED(Feather.CHECK, Status.GOOD),
    FAILED(Feather.X, Status.FAILURE),
    CANCELED(Feather.MINUS_CIRCLE, Status.NONE),
    DRAFT(Feather.EDIT_3, Status.NONE),
    /** A status that is none of ours: it came with an import. */
    UNKNOWN(Feather.HELP_CIRCLE, Status.NONE);

    private final Feather icon;
    private final Status status;

    RunState(Feather icon, Status status) {
        this.icon = icon;
        this.status = status;
    }

    /**
     * Of a run.
     *
     * @param silence how long its session has been silent; empty if it has none that is known
     */
    static RunState of(AnalysisRun run, Optional<Duration> silence) {
        if (run.isOpen()) {
            return silence.map(span -> span.compareTo(RunProgress.STALL) > 0 ? STALLED : LIVE)
                    .orElse(OPEN);
        }
        return Stream.of(RunStatus.values())
                .filter(status -> status.word().equals(run.status()))
                .findFirst()
                .map(status -> valueOf(status.name()))
                .orElse(UNKNOWN);
    }

    boolean isOpen() {
        return this == LIVE || this == STALLED || this == OPEN;
    }

    Feather icon() {
        return icon;
    }

    Status status() {
        return status;
    }

    /** The key of its word. */
    String key() {
        return "analyses.state." + name().toLowerCase(Locale.ROOT);
    }
}
