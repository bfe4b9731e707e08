package app.recount.bench;

import java.util.Random;
import java.util.UUID;

/** Chance that repeats itself: the same seed gives the same input on every Java. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Mostly near {@code middle}, now and then many times as much, as the sizes of answers and outputs are. */
    int skewed(int middle) {
        return (int) Math.clamp(Math.round(middle * Math.exp(random.nextGaussian() * 1.1)), 1, 100L * middle);
    }

    String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    UUID uuid() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62));
    }

    String letters(int count) {
        var letters = new StringBuilder(count);
        for (int n = 0; n < count; n++) {
            letters.append(Character.forDigit(random.nextInt(36), 36));
        }
        return letters.toString();
    }
}
