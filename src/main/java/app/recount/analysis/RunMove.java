package app.recount.analysis;

import app.recount.session.Usage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run went on in another session. From then on the run's count is {@code carried + (the new session's count − base)}, so that counts
 * and deltas continue where they were.
 *
 * @param stages how many stages were marked by then
 * @param carried the run's count when it moved
 * @param base what the new session held that is not part of the run
 * @param gap why the session before could not be counted to its end, or null if it was
 */
public record RunMove(
        Instant at,
        int stages,
        @Nullable String fromSession,
        String toSession,
        Usage carried,
        Usage base,
        @Nullable String gap) {}
