package app.recount.analysis;

import app.recount.session.Usage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a session held at one moment, complete enough to explain every number later.
 *
 * @param usage null if it could not be told
 * @param fingerprint of the session's files as they were read, or null
 * @param unknownReason why there is no usage, for people; null if there is
 */
public record Snapshot(
        Instant at,
        @Nullable Usage usage,
        @Nullable String fingerprint,
        @Nullable String unknownReason) {}
