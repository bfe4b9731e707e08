package app.recount.demo;

/**
 * What the answers of a model cost while a conversation grows: what was said before is read from the cache, what is new is written to
 * it, and when the context is full the tool begins a shorter one.
 */
final class Context {

    private static final int FULL = 168_000;

    private final Dice dice;
    private long cached;

    /** @param cached what every conversation of the tool begins with: instructions and tools */
    Context(Dice dice, long cached) {
        this.dice = dice;
        this.cached = cached;
    }

    /**
     * The cost of one answer.
     *
     * @param input sent anew and not kept
     * @param cacheRead read from the cache
     * @param cacheWrite written to it
     * @param reasoning part of the output
     */
    record Cost(int input, long cacheRead, int cacheWrite, int output, int reasoning) {

        /** Everything that went to the model. */
        long inputSide() {
            return input + cacheRead + cacheWrite;
        }
    }

    Cost answer() {
        int fresh = 200 + dice.skewed(1_300);
        int output = 30 + dice.skewed(380);
        var cost = new Cost(dice.between(2, 14), cached, fresh, output, dice.between(0, output / 3));
        cached += fresh;
        if (cached > FULL) {
            cached = dice.between(18_000, 26_000);
        }
        return cost;
    }
}
