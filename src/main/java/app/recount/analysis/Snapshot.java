package app.recount.analysis;

import app.recount.session.Usage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run's session held at one moment, complete enough to explain every number later.
 *
 * @param usage the run's count: what the session held; after a move to another session, what was carried over and what the new one
 *     added. Null if it could not be told
 * @param fingerprint of the session's files as they were read, or null
 * @param unknownReason why there is no usage; or, where there is, why what was used since the snapshot before is unknown nevertheless;
 *     else null. For people
 */
public record Snapshot(
        Instant at,
        @Nullable Usage usage,
        @Nullable String fingerprint,
        @Nullable String unknownReason) {}
