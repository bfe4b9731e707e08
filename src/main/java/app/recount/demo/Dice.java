package app.recount.demo;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Chance that repeats itself: the same seed rolls the same numbers on every Java, because {@link Random}'s formula is specified. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Mostly near {@code middle}, now and then several times as much, as costs are. */
    int skewed(int middle) {
        return (int) Math.round(middle * Math.exp(random.nextGaussian() * 0.8));
    }

    /** A version 4 UUID. */
    UUID uuid() {
        var high = (random.nextLong() & ~0xF000L) | 0x4000L;
        var low = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }
}
