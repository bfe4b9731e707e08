package app.recount.desktop.cost;

import app.recount.desktop.cost.CostDay.Knowledge;
import app.recount.generation.EstimateBasis;
import app.recount.generation.GenerationDay;
import app.recount.generation.GenerationRollup;
import app.recount.memory.Activity;
import app.recount.memory.DailyRollup;
import app.recount.memory.DayWindow;
import app.recount.memory.RollupMetric;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What generation cost and what it saved, as far as one reading of the memory database and of Recount's own store knows it.
 *
 * @param days every day from the first to the last of which anything is known, generation or activity
 * @param shares by store, provider and model
 * @param prices what estimates were made of, if there was anything to estimate
 */
record CostReading(List<CostDay> days, List<ModelShare> shares, Optional<EstimateBasis> prices) {

    static final CostReading NONE = new CostReading(List.of(), List.of(), Optional.empty());

    CostReading {
        days = List.copyOf(days);
        shares = List.copyOf(shares);
    }

    static CostReading of(Activity activity, GenerationRollup rollup) {
        var known = byDay(rollup.days(), GenerationDay::day);
        var active = byDay(activity.rollups(), DailyRollup::day);
        var edges = Stream.concat(
                        activity.window().stream()
                                .flatMap(window -> Stream.of(window.installDay(), window.lastFullDay())),
                        known.keySet().stream())
                .sorted()
                .toList();
        if (edges.isEmpty()) {
            return NONE;
        }
        var days = edges.getFirst()
                .datesUntil(edges.getLast().plusDays(1))
                .map(day -> day(day, rollup.firstDay(), known.get(day), active.get(day), activity.window()))
                .toList();
        var shares =
                rollup.days().stream().flatMap(day -> day.shares().stream()).toList();
        return new CostReading(days, ModelShare.of(shares), rollup.estimateBasis());
    }

    private static <T> Map<LocalDate, T> byDay(Collection<T> all, Function<T, LocalDate> day) {
        return all.stream().collect(Collectors.toMap(day, Function.identity()));
    }

    private static CostDay day(
            LocalDate day,
            Optional<LocalDate> firstKnown,
            @Nullable GenerationDay known,
            @Nullable DailyRollup active,
            Optional<DayWindow> window) {
        var knowledge = known != null
                ? Knowledge.KNOWN
                : active != null || firstKnown.isEmpty() || day.isBefore(firstKnown.get())
                        ? Knowledge.UNKNOWN
                        : Knowledge.IDLE;
        var saved = Optional.ofNullable(active)
                .flatMap(rollup -> Optional.ofNullable(rollup.values().get(RollupMetric.TOKENS_SAVED_VS_NAIVE)));
        return new CostDay(
                day,
                knowledge,
                active != null,
                window.filter(days -> days.contains(day)).isPresent(),
                Optional.ofNullable(known),
                saved);
    }

    boolean isAnythingKnown() {
        return !shares.isEmpty();
    }
}
