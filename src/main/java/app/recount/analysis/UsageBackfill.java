package app.recount.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fills in what past runs used, from the sessions' calls between started_at and completed_at. */
public final class UsageBackfill {

    /** Works out what would change; stores nothing. */
    public Plan plan(Request request) {
        throw new UnsupportedOperationException();
    }

    /** Stores the chosen changes of a plan, unless a run has changed since; refreshes syntheses that use them. */
    public Plan apply(Plan plan) {
        throw new UnsupportedOperationException();
    }

    /**
     * Which runs.
     *
     * @param from started at or after
     * @param until including this day, UTC
     * @param limit 0 means all
     * @param force also change what is there already
     */
    public record Request(
            Optional<String> tool, Optional<Instant> from, Optional<LocalDate> until, int limit, boolean force) {}

    /** One field of one run. */
    public record Change(
            String field, @Nullable String before, @Nullable String after) {}

    /**
     * What happens to one run.
     *
     * @param session the session taken, or null
     * @param reason why this session, or why the run is skipped, for people
     * @param changes empty if nothing changes
     */
    public record Entry(AnalysisRun run, @Nullable String session, String reason, List<Change> changes) {}

    /**
     * The whole.
     *
     * @param skipped how many runs have no start or end
     */
    public record Plan(List<Entry> entries, int skipped) {
        public Plan {
            entries = List.copyOf(entries);
        }
    }
}
