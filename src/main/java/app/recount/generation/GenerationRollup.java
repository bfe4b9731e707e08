package app.recount.generation;

import app.recount.analysis.PriceTable;
import app.recount.memory.Activity;
import app.recount.memory.RollupMetric;
import app.recount.memory.SourceTable;
import app.recount.memory.TurnGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What generation cost, day by day, from both stores of turns and from what belongs to no turn. The days that it lacks are unknown, not
 * free.
 *
 * <p>Two rules keep calls from counting twice. Of a turn that stands in both stores the memory database's row counts. And a leftover
 * counts only on days on which nothing better is known of its provider: a log line gives way to turns and to transcripts, a transcript
 * to turns.
 */
public final class GenerationRollup {

    private final List<GenerationDay> days;
    private final Optional<EstimateBasis> basis;

    private GenerationRollup(List<GenerationDay> days, Optional<EstimateBasis> basis) {
        this.days = days;
        this.basis = basis;
    }

    /** Of what was counted in one reading of the memory database, and of what was gathered for its directory; nothing is estimated. */
    public static GenerationRollup of(Activity activity, List<Leftover> leftovers) {
        return of(activity, leftovers, new CostEstimator(Optional.empty()));
    }

    /** The same with estimates beside costs that nobody reported. */
    public static GenerationRollup of(Activity activity, List<Leftover> leftovers, PriceTable prices) {
        return of(activity, leftovers, new CostEstimator(Optional.of(prices)));
    }

    private static GenerationRollup of(Activity activity, List<Leftover> leftovers, CostEstimator estimator) {
        var turns = activity.turns().stream().map(group -> share(group, estimator));
        var shares = Stream.concat(turns, merged(leftovers, estimator).stream())
                .collect(Collectors.groupingBy(GenerationShare::day, TreeMap::new, Collectors.toList()));
        var days = shares.entrySet().stream()
                .map(day -> GenerationDay.of(day.getKey(), marked(day.getValue())))
                .toList();
        return new GenerationRollup(days, estimator.basis());
    }

    private static GenerationShare share(TurnGroup group, CostEstimator estimator) {
        return new GenerationShare(
                group.day(),
                group.store() == SourceTable.TURNS ? GenerationPlace.MEMORY_DATABASE : GenerationPlace.RECOUNT,
                group.provider(),
                group.model(),
                new GenerationSum(
                        group.turns(),
                        group.unknown().getOrDefault(RollupMetric.GEN_COST_USD, 0L),
                        Optional.ofNullable(group.sums().get(RollupMetric.GEN_TOKENS_INPUT)),
                        Optional.ofNullable(group.sums().get(RollupMetric.GEN_TOKENS_OUTPUT)),
                        Optional.ofNullable(group.sums().get(RollupMetric.GEN_COST_USD)),
                        estimator.of(group.model(), group.uncosted())),
                false);
    }

    private record Kind(LocalDate day, GenerationPlace place, String provider, String model) {}

    private static List<GenerationShare> merged(List<Leftover> leftovers, CostEstimator estimator) {
        return leftovers.stream()
                .collect(Collectors.toMap(
                        GenerationRollup::kind,
                        leftover -> GenerationSum.of(leftover.figures()).with(estimator.of(leftover)),
                        GenerationSum::plus))
                .entrySet()
                .stream()
                .map(entry -> new GenerationShare(
                        entry.getKey().day(),
                        entry.getKey().place(),
                        entry.getKey().provider(),
                        entry.getKey().model(),
                        entry.getValue(),
                        false))
                .sorted(Comparator.comparing(GenerationShare::day)
                        .thenComparing(GenerationShare::place)
                        .thenComparing(GenerationShare::provider)
                        .thenComparing(GenerationShare::model))
                .toList();
    }

    private static Kind kind(Leftover leftover) {
        return new Kind(
                leftover.day(),
                GenerationPlace.of(leftover.origin()),
                leftover.provider().orElse(""),
                leftover.model().orElse(""));
    }

    private static List<GenerationShare> marked(List<GenerationShare> day) {
        var marked = new ArrayList<GenerationShare>();
        for (var share : day) {
            var better = better(share.place());
            boolean overlapping =
                    day.stream().anyMatch(other -> better.contains(other.place()) && sameProvider(other, share));
            marked.add(new GenerationShare(
                    share.day(), share.place(), share.provider(), share.model(), share.sum(), overlapping));
        }
        return marked;
    }

    /** Turns that name no provider may be anybody's. */
    private static boolean sameProvider(GenerationShare better, GenerationShare share) {
        return better.provider().isEmpty() || better.provider().equals(share.provider());
    }

    private static Set<GenerationPlace> better(GenerationPlace place) {
        return switch (place) {
            case MEMORY_DATABASE, RECOUNT -> Set.of();
            case LOOSE_TRANSCRIPT -> EnumSet.of(GenerationPlace.MEMORY_DATABASE, GenerationPlace.RECOUNT);
            case OPENROUTER_LOG, CLAUDE_LOG ->
                EnumSet.of(GenerationPlace.MEMORY_DATABASE, GenerationPlace.RECOUNT, GenerationPlace.LOOSE_TRANSCRIPT);
        };
    }

    /** The days of which anything is known, oldest first. */
    public List<GenerationDay> days() {
        return days;
    }

    /** Before this day nothing is known; empty if nothing is known at all. */
    public Optional<LocalDate> firstDay() {
        return days.isEmpty() ? Optional.empty() : Optional.of(days.getFirst().day());
    }

    /** All days together. */
    public GenerationSum total() {
        return days.stream().map(GenerationDay::all).reduce(GenerationSum.NONE, GenerationSum::plus);
    }

    /** Which prices the estimates were made with; empty if nothing was to be estimated. */
    public Optional<EstimateBasis> estimateBasis() {
        return basis;
    }
}
