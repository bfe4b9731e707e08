package app.recount.analysis;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A marked step of a run: what was used since the step before, else since the start. A step that follows one that could not be counted
 * counts from the last known count, and its notes say which steps it includes.
 *
 * @param at when it was marked
 * @param cumulative the session's count at that moment, or null if unknown
 * @param delta against the previous stage's cumulative count, else against the baseline; never negative; null if unknown
 * @param tokensIn the delta's input side, null if unknown
 * @param tokensOut the delta's output, null if unknown
 * @param snapshot what the session held at that moment; null for imported stages
 */
public record Stage(
        String name,
        Instant at,
        @Nullable Long cumulative,
        @Nullable Long delta,
        @Nullable Long tokensIn,
        @Nullable Long tokensOut,
        @Nullable String notes,
        @Nullable Snapshot snapshot) {}
