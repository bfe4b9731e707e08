package app.recount.demo;

import java.time.Instant;
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

    /** As tools make their ids: letters and digits without meaning. */
    String letters(int count) {
        var letters = new StringBuilder(count);
        for (int n = 0; n < count; n++) {
            letters.append(Character.forDigit(random.nextInt(16), 16));
        }
        return letters.toString();
    }

    /** A version 7 UUID of that moment. */
    UUID uuid(Instant at) {
        var high = at.toEpochMilli() << 16 | 0x7000L | random.nextInt(0x1000);
        return new UUID(high, uuid().getLeastSignificantBits());
    }

    /** A version 4 UUID. */
    UUID uuid() {
        var high = (random.nextLong() & ~0xF000L) | 0x4000L;
        var low = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }
}
