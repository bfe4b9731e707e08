package app.recount.desktop.activity;

import java.util.ArrayList;
import java.util.List;

/** Which bars have their day written below them: the first, every few, and the last where it does not touch its neighbour. */
record DayTicks(ChartBins bins, double slot) {

    /** Room that “31 May” wants, with air. */
    private static final double LABEL = 64;

    private static final int[] STEPS = {1, 2, 5, 7, 10, 14, 30, 60, 90, 180, 365};

    List<Integer> positions() {
        int count = bins.bins().size();
        int step = step();
        var positions = new ArrayList<Integer>();
        for (int i = 0; i < count; i += step) {
            positions.add(i);
        }
        int last = count - 1;
        if (!positions.isEmpty() && positions.getLast() != last) {
            if ((last - positions.getLast()) * slot < LABEL) {
                positions.removeLast();
            }
            positions.add(last);
        }
        return positions;
    }

    private int step() {
        for (int step : STEPS) {
            if (step * slot >= LABEL) {
                return step;
            }
        }
        return (int) Math.ceil(LABEL / Math.max(slot, 0.1));
    }
}
