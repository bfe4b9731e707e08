package app.recount.analysis;

import app.recount.analysis.AnalysisStore.RunFilter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which runs a backfill looks at; a run without a start counts by when it was entered.
 *
 * @param from at or after
 * @param until including this day, UTC
 */
record BackfillRange(Optional<String> tool, Optional<Instant> from, Optional<LocalDate> until) {

    /** Newest first. */
    List<StoredRun> of(AnalysisStore runs) {
        return runs.stored(new RunFilter(Optional.empty(), tool, Optional.empty()), 0).stream()
                .filter(stored -> includes(stored.run()))
                .toList();
    }

    private boolean includes(AnalysisRun run) {
        var at = Objects.requireNonNullElse(run.times().startedAt(), run.times().createdAt());
        var end = until.map(day -> day.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC)); // the day after may be none
        return (from.isEmpty() || !at.isBefore(from.get())) && (end.isEmpty() || !at.isAfter(end.get()));
    }
}
