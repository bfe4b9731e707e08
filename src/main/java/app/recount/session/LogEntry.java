package app.recount.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a log says about usage; nothing of the conversation.
 *
 * @param key names the call: lines with the same key tell of the same one
 * @param at the line's timestamp, or null
 * @param model as the log says, or null
 * @param subagent whether the line itself says that a subagent asked
 * @param usage what the call used, or null if the line tells only a counter
 * @param counter the session's running total as the line tells it, or null
 */
public record LogEntry(
        String key,
        @Nullable Instant at,
        @Nullable String model,
        boolean subagent,
        @Nullable TokenCount usage,
        @Nullable TokenCount counter) {}
