package app.recount.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a model, counted once, in the session that owns it.
 *
 * @param at when its line was written; null if the line says no time: such a call counts in totals, never in windows
 * @param model as the log names it, or null
 * @param subagent whether a subagent of the session asked
 */
public record Call(@Nullable Instant at, @Nullable String model, boolean subagent, TokenCount tokens) {}
