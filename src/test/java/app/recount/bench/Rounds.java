package app.recount.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Measures several things in turn, round by round, so that a machine that is slower for a while is so for all of them. The first is the
 * floor; the ratios are the medians of each round's own.
 */
final class Rounds {

    private final Map<String, Trial> trials = new LinkedHashMap<>();
    private final Map<String, List<Measured>> results = new LinkedHashMap<>();

    /** Measures one thing once. */
    @FunctionalInterface
    interface Trial {
        Measured measure() throws Exception;
    }

    Rounds add(String name, Trial trial) {
        trials.put(name, trial);
        return this;
    }

    /** The first round is not counted: it fills the caches. */
    Rounds run(int rounds) throws Exception {
        for (int round = 0; round <= rounds; round++) {
            for (var trial : trials.entrySet()) {
                var measured = trial.getValue().measure();
                if (round > 0) {
                    results.computeIfAbsent(trial.getKey(), _ -> new ArrayList<>())
                            .add(measured);
                }
            }
        }
        return this;
    }

    void print(PrintStream out) {
        var floor = results.values().iterator().next();
        out.printf("%-44s %9s %9s %8s %8s%n", "median of " + floor.size(), "wall s", "cpu s", "wall", "cpu");
        results.forEach((name, measured) -> out.printf(
                "%-44s %9.3f %9.3f %7.2fx %7.2fx%n",
                name,
                median(measured, Measured::wall),
                median(measured, Measured::cpu),
                ratio(measured, floor, Measured::wall),
                ratio(measured, floor, Measured::cpu)));
    }

    private static double ratio(List<Measured> some, List<Measured> floor, ToDoubleFunction<Measured> what) {
        var ratios = new double[some.size()];
        Arrays.setAll(ratios, round -> what.applyAsDouble(some.get(round)) / what.applyAsDouble(floor.get(round)));
        return median(ratios);
    }

    static double median(List<Measured> measured, ToDoubleFunction<Measured> what) {
        return median(measured.stream().mapToDouble(what).toArray());
    }

    private static double median(double... values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
