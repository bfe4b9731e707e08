package app.recount.analysis;

import app.recount.analysis.AnalysisRun.Claims;
import app.recount.analysis.AnalysisRun.Description;
import app.recount.analysis.AnalysisRun.Inputs;
import app.recount.analysis.AnalysisRun.Tokens;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run that is entered by hand in one go.
 *
 * @param id empty for the next free one
 * @param pass empty for the source's next one
 * @param status any
 * @param tokens what is known; {@code total} and {@code check} may be left out where they follow from the others. Anything given here
 *     wins over {@code usageFrom}
 * @param usageFrom counts the tokens from a log
 */
public record AddRequest(
        Optional<String> id,
        String sourceId,
        Optional<Integer> pass,
        RunStatus status,
        RunTool tool,
        Description description,
        When when,
        Tokens tokens,
        Whose whose,
        List<Stage> stages,
        Inputs inputs,
        Claims claims,
        Optional<UsageFrom> usageFrom,
        Pricing pricing) {

    /**
     * When the run began and ended.
     *
     * @param startedAt empty if nobody knows
     * @param durationSeconds empty to take it from start and end, if both are there
     * @param createdAt empty for now
     */
    public record When(
            Optional<Instant> startedAt,
            Optional<Instant> completedAt,
            Optional<Long> durationSeconds,
            Optional<Instant> createdAt) {}

    /**
     * The session that was counted, and how.
     *
     * @param provider whose usage it is; else it follows from {@code usageFrom}, else from the tool
     */
    public record Whose(Optional<String> provider, Optional<UsageMode> mode, Optional<String> sessionId) {}

    /**
     * A log whose tokens are the run's.
     *
     * @param provider the tool's word: claude, codex, amp
     * @param from only calls at or after this moment; empty for all
     * @param to only calls up to this moment; empty for all
     */
    public record UsageFrom(String provider, Path path, Optional<Instant> from, Optional<Instant> to) {}

    /**
     * Where the cost comes from, unless it is given.
     *
     * @param estimate takes it from the price table
     * @param in US dollars per million tokens of the input side, which win over the table; needs {@code out}
     */
    public record Pricing(boolean estimate, Optional<BigDecimal> in, Optional<BigDecimal> out) {}
}
