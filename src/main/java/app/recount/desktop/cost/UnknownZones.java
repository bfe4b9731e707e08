package app.recount.desktop.cost;

import app.recount.desktop.cost.CostDay.Knowledge;
import java.util.ArrayList;
import java.util.List;

/** Periods side by side of which nothing is known. */
record UnknownZones(List<Zone> zones) {

    /**
     * From one period to another, both included.
     *
     * @param days how many days they have
     */
    record Zone(int from, int to, int days) {}

    static UnknownZones of(List<Period> periods) {
        var zones = new ArrayList<Zone>();
        for (int at = 0; at < periods.size(); at++) {
            if (periods.get(at).knowledge() != Knowledge.UNKNOWN) {
                continue;
            }
            int days = periods.get(at).days().size();
            boolean goesOn = !zones.isEmpty() && zones.getLast().to() == at - 1;
            if (goesOn) {
                var before = zones.removeLast();
                zones.add(new Zone(before.from(), at, before.days() + days));
            } else {
                zones.add(new Zone(at, at, days));
            }
        }
        return new UnknownZones(List.copyOf(zones));
    }
}
