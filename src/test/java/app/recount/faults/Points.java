package app.recount.faults;

import java.time.Duration;
import java.util.Random;

/**
 * At how many points something is broken: a few in every build, and in the stress profile as many as the budget allows. The seed is
 * printed, and given as {@code recount.stress.seed} makes the same points again.
 */
public final class Points {

    private final String name;
    private final int least;
    private final Duration budget;

    private Points(String name, int least, Duration budget) {
        this.name = name;
        this.least = least;
        this.budget = budget;
    }

    /** So many, whatever time they take. */
    public static Points few(String name, int count) {
        return new Points(name, count, Duration.ZERO);
    }

    /** As many as fit into {@code recount.stress.seconds}, and at least one. */
    public static Points many(String name) {
        return new Points(name, 1, Duration.ofSeconds(Long.getLong("recount.stress.seconds", 15)));
    }

    /** Something that is broken once. */
    @FunctionalInterface
    public interface Breaking {
        /**
         * Breaks it and looks at what is left.
         *
         * @param number from 0
         */
        void at(int number, Random random) throws Exception;
    }

    public void each(Breaking breaking) throws Exception {
        long seed = Long.getLong("recount.stress.seed", System.nanoTime());
        long end = System.nanoTime() + budget.toNanos();
        int tried = 0;
        try {
            while (tried < least || System.nanoTime() < end) {
                breaking.at(tried, new Random(seed + tried));
                tried++;
            }
        } catch (Exception | AssertionError e) {
            throw new AssertionError("%s: point %d of seed %d".formatted(name, tried, seed), e);
        }
        System.out.printf("%s: %d points, seed %d%n", name, tried, seed);
    }
}
