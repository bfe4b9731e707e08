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
 * @param startedAt empty if nobody knows
 * @param durationSeconds empty to take it from start and end, if both are there
 * @param tokens what is known; {@code total} and {@code check} may be left out where they follow from the others. Anything given here
 *     wins over {@code usageFrom}
 * @param provider whose usage it is; else it follows from {@code usageFrom}, else from the tool
 * @param createdAt empty for now
 * @param usageFrom counts the tokens from a log
 * @param estimateCost takes the cost from the price table, or from the two prices if they are given
 * @param priceIn US dollars per million tokens of the input side; needs {@code priceOut}
 */
public record AddRequest(
        Optional<String> id,
        String sourceId,
        Optional<Integer> pass,
        RunStatus status,
        RunTool tool,
        Description description,
        Optional<Instant> startedAt,
        Optional<Instant> completedAt,
        Optional<Long> durationSeconds,
        Tokens tokens,
        Optional<String> provider,
        Optional<UsageMode> mode,
        Optional<String> sessionId,
        List<Stage> stages,
        Inputs inputs,
        Claims claims,
        Optional<Instant> createdAt,
        Optional<UsageFrom> usageFrom,
        boolean estimateCost,
        Optional<BigDecimal> priceIn,
        Optional<BigDecimal> priceOut) {

    /** The least that a run needs: it is completed, and nothing more is known. */
    public static AddRequest of(String sourceId, RunTool tool) {
        return new AddRequest(
                Optional.empty(),
                sourceId,
                Optional.empty(),
                RunStatus.COMPLETED,
                tool,
                new Description(null, null, null, null, null, null, null),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Tokens.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Inputs.NONE,
                Claims.NONE,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    public AddRequest withTokens(Tokens changed) {
        return new AddRequest(
                id,
                sourceId,
                pass,
                status,
                tool,
                description,
                startedAt,
                completedAt,
                durationSeconds,
                changed,
                provider,
                mode,
                sessionId,
                stages,
                inputs,
                claims,
                createdAt,
                usageFrom,
                estimateCost,
                priceIn,
                priceOut);
    }

    public AddRequest withInputs(Inputs changed) {
        return new AddRequest(
                id,
                sourceId,
                pass,
                status,
                tool,
                description,
                startedAt,
                completedAt,
                durationSeconds,
                tokens,
                provider,
                mode,
                sessionId,
                stages,
                changed,
                claims,
                createdAt,
                usageFrom,
                estimateCost,
                priceIn,
                priceOut);
    }

    public AddRequest withTimes(Optional<Instant> start, Optional<Instant> end) {
        return new AddRequest(
                id,
                sourceId,
                pass,
                status,
                tool,
                description,
                start,
                end,
                durationSeconds,
                tokens,
                provider,
                mode,
                sessionId,
                stages,
                inputs,
                claims,
                createdAt,
                usageFrom,
                estimateCost,
                priceIn,
                priceOut);
    }

    public AddRequest withSession(Optional<String> whose, Optional<UsageMode> how, Optional<String> which) {
        return new AddRequest(
                id,
                sourceId,
                pass,
                status,
                tool,
                description,
                startedAt,
                completedAt,
                durationSeconds,
                tokens,
                whose,
                how,
                which,
                stages,
                inputs,
                claims,
                createdAt,
                usageFrom,
                estimateCost,
                priceIn,
                priceOut);
    }

    public AddRequest withUsageFrom(UsageFrom log, boolean estimate) {
        return new AddRequest(
                id,
                sourceId,
                pass,
                status,
                tool,
                description,
                startedAt,
                completedAt,
                durationSeconds,
                tokens,
                provider,
                mode,
                sessionId,
                stages,
                inputs,
                claims,
                createdAt,
                Optional.of(log),
                estimate,
                priceIn,
                priceOut);
    }

    public AddRequest withPrices(BigDecimal in, BigDecimal out) {
        return new AddRequest(
                id,
                sourceId,
                pass,
                status,
                tool,
                description,
                startedAt,
                completedAt,
                durationSeconds,
                tokens,
                provider,
                mode,
                sessionId,
                stages,
                inputs,
                claims,
                createdAt,
                usageFrom,
                estimateCost,
                Optional.of(in),
                Optional.of(out));
    }

    /**
     * A log whose tokens are the run's.
     *
     * @param provider the tool's word: claude, codex, amp
     * @param from only calls at or after this moment; empty for all
     * @param to only calls up to this moment; empty for all
     */
    public record UsageFrom(String provider, Path path, Optional<Instant> from, Optional<Instant> to) {}
}
