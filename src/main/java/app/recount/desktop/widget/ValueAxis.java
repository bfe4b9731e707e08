package app.recount.desktop.widget;

import java.util.ArrayList;
import java.util.List;

/**
 * Round values to draw lines at.
 *
 * @param top the upper end of the axis; bars reach at most up to it
 * @param ticks from zero upwards
 */
public record ValueAxis(double top, List<Double> ticks) {

    /** About {@code lines} lines above zero for values up to {@code highest}. */
    public static ValueAxis upTo(double highest, int lines) {
        if (highest <= 0) {
            return new ValueAxis(1, List.of(0.0));
        }
        double step = roundStep(highest / Math.max(1, lines));
        // counters are whole numbers: no line between two of them
        step = Math.max(step, highest >= 1 ? 1 : step);
        var ticks = new ArrayList<Double>();
        for (int i = 0; i * step <= highest; i++) {
            ticks.add(i * step);
        }
        return new ValueAxis(highest, ticks);
    }

    /** 1, 2 or 5 times a power of ten, not much below {@code raw}. */
    private static double roundStep(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= raw * 0.8) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
