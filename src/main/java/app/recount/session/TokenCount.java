package app.recount.session;

/**
 * Tokens by kind. The kinds do not overlap, except that {@code reasoningOutput} is part of {@code output}.
 *
 * @param input what was neither read from nor written to a cache
 * @param cacheWrite5m written to a cache that lives five minutes
 * @param cacheWrite1h written to a cache that lives an hour
 * @param calls answers of the model, each counted once
 */
public record TokenCount(
        long input,
        long cacheRead,
        long cacheWrite5m,
        long cacheWrite1h,
        long output,
        long reasoningOutput,
        long calls) {

    public static final TokenCount ZERO = new TokenCount(0, 0, 0, 0, 0, 0, 0);

    /** All tokens: input, cache reads and writes, output. */
    public long total() {
        return TokenSum.plus(inputSide(), output);
    }

    /** Everything that went to the model: input, cache reads and writes. */
    public long inputSide() {
        return TokenSum.plus(TokenSum.plus(input, cacheRead), cacheWrite());
    }

    public long cacheWrite() {
        return TokenSum.plus(cacheWrite5m, cacheWrite1h);
    }

    public TokenCount plus(TokenCount other) {
        return new TokenCount(
                TokenSum.plus(input, other.input),
                TokenSum.plus(cacheRead, other.cacheRead),
                TokenSum.plus(cacheWrite5m, other.cacheWrite5m),
                TokenSum.plus(cacheWrite1h, other.cacheWrite1h),
                TokenSum.plus(output, other.output),
                TokenSum.plus(reasoningOutput, other.reasoningOutput),
                TokenSum.plus(calls, other.calls));
    }

    /** The difference, kind by kind; check {@link #isLoss()} where the other may be larger. */
    public TokenCount minus(TokenCount other) {
        return new TokenCount(
                TokenSum.plus(input, -other.input),
                TokenSum.plus(cacheRead, -other.cacheRead),
                TokenSum.plus(cacheWrite5m, -other.cacheWrite5m),
                TokenSum.plus(cacheWrite1h, -other.cacheWrite1h),
                TokenSum.plus(output, -other.output),
                TokenSum.plus(reasoningOutput, -other.reasoningOutput),
                TokenSum.plus(calls, -other.calls));
    }

    /** Writes all numbers in their order. */
    void write(StringBuilder text, char between) {
        text.append(input).append(between);
        text.append(cacheRead).append(between);
        text.append(cacheWrite5m).append(between);
        text.append(cacheWrite1h).append(between);
        text.append(output).append(between);
        text.append(reasoningOutput).append(between);
        text.append(calls);
    }

    /** Whether sums were too large to be told; differences mean nothing then. */
    public boolean isTooLarge() {
        return total() == TokenSum.MOST;
    }

    /** Whether a difference is below zero on either side, or in calls. */
    public boolean isLoss() {
        return inputSide() < 0 || output < 0 || calls < 0;
    }
}
