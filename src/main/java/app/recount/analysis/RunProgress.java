package app.recount.analysis;

import app.recount.session.AgentSession;
import app.recount.session.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run as it stands at one moment, ready to be shown: for an open run the session's count now, for an ended one what was stored.
 *
 * @param at the moment
 * @param session the session as the index knows it, if there is one
 * @param sinceStart what was used since the start; empty if unknown
 * @param unknownReason why it is unknown, for people
 * @param stages one part per stage, in order, then what followed the last mark; an ended run has that last part only if it was marked
 *     at all and something followed
 * @param costUsd of {@code sinceStart}; empty if unknown or if a model has no price
 * @param curve tokens since the start over time, oldest first: samples and marks; between two points the count was at least that of the
 *     first
 * @param stalled no line for longer than the stall limit while the run is open
 * @param forks sessions that were forked from the run's session and are newer: the run may be moved to one of them
 */
public record RunProgress(
        AnalysisRun run,
        Instant at,
        Optional<AgentSession> session,
        Optional<Usage> sinceStart,
        @Nullable String unknownReason,
        List<Part> stages,
        Optional<BigDecimal> costUsd,
        List<Point> curve,
        boolean stalled,
        List<AgentSession> forks) {

    /** Without a line for this long, an open run counts as stalled. */
    public static final Duration STALL = Duration.ofMinutes(10);

    public RunProgress {
        stages = List.copyOf(stages);
        curve = List.copyOf(curve);
        forks = List.copyOf(forks);
    }

    /**
     * A stage, or what followed the last mark.
     *
     * @param name empty for what followed the last mark
     * @param from when the part began
     * @param to when it was marked; without a mark, now or the end of the run
     * @param delta the stored delta; for the open one, up to now; empty if unknown
     * @param usage the delta by kind; empty for imported stages
     * @param notes of the stage; of what followed the last mark, why it is unknown, if it is
     */
    public record Part(
            Optional<String> name,
            Instant from,
            Instant to,
            Optional<Long> delta,
            Optional<Usage> usage,
            Optional<Long> cumulative,
            Optional<BigDecimal> costUsd,
            @Nullable String notes) {

        /** Whether no mark ended it; while the run is open, it is the part that grows. */
        public boolean isOpen() {
            return name.isEmpty();
        }
    }

    /** Tokens since the start at a moment. */
    public record Point(Instant at, long tokens) {}
}
