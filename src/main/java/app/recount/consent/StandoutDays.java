package app.recount.consent;

import app.recount.consent.ReidentificationFlag.Code;
import app.recount.consent.ReidentificationFlag.StandingOut;
import app.recount.payload.SealedEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Finds days that are unlike all others, by two rules that need no judgement: a day stands out if it alone carries a counter, or if
 * it alone has the highest value of one. Of a single day nothing can be said.
 */
final class StandoutDays {

    private static final Comparator<StandingOut> MOST_COUNTERS_FIRST = Comparator.comparingInt(
                    (StandingOut day) -> day.counters().size())
            .reversed()
            .thenComparing(StandingOut::day);

    private final Map<LocalDate, SequencedMap<String, BigDecimal>> lone = new TreeMap<>();
    private final Map<LocalDate, SequencedMap<String, BigDecimal>> highest = new TreeMap<>();

    private StandoutDays() {}

    /** What one day has of a counter. */
    private record Count(LocalDate day, BigDecimal value) {}

    static List<ReidentificationFlag> flags(List<SealedEvent> days) {
        var found = new StandoutDays();
        if (days.size() > 1) {
            counts(days).forEach(found::judge);
        }
        var flags = new ArrayList<ReidentificationFlag>();
        add(flags, Code.LONE_DAYS, found.lone);
        add(flags, Code.HIGHEST_DAYS, found.highest);
        return flags;
    }

    private static Map<String, List<Count>> counts(List<SealedEvent> days) {
        var counts = new LinkedHashMap<String, List<Count>>();
        for (var day : days) {
            day.properties().forEach((key, value) -> {
                if (value instanceof BigDecimal number) {
                    counts.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Count(day.day(), number));
                }
            });
        }
        return counts;
    }

    private void judge(String counter, List<Count> counts) {
        if (counts.size() == 1) {
            put(lone, counter, counts.getFirst());
            return;
        }
        var most =
                counts.stream().map(Count::value).max(Comparator.naturalOrder()).orElseThrow();
        var having = counts.stream()
                .filter(count -> count.value().compareTo(most) == 0)
                .toList();
        if (having.size() == 1) {
            put(highest, counter, having.getFirst());
        }
    }

    private static void put(Map<LocalDate, SequencedMap<String, BigDecimal>> days, String counter, Count count) {
        days.computeIfAbsent(count.day(), _ -> new LinkedHashMap<>()).put(counter, count.value());
    }

    private static void add(
            List<ReidentificationFlag> flags, Code code, Map<LocalDate, SequencedMap<String, BigDecimal>> days) {
        if (!days.isEmpty()) {
            var sorted = days.entrySet().stream()
                    .map(day -> new StandingOut(day.getKey(), day.getValue()))
                    .sorted(MOST_COUNTERS_FIRST)
                    .toList();
            flags.add(new ReidentificationFlag(code, sorted.size(), new LinkedHashMap<>(), sorted));
        }
    }
}
