package app.recount.memory;

import app.recount.memory.MetricSource.TurnSum;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds up compression turns of both stores. The rule where both know a turn: the memory database's row counts, whole, because it is
 * nearer to where the turn took place; Recount's own row is left aside. Rows of the memory database count as they stand.
 */
final class TurnTally {

    /** The metrics that turns have a figure for. */
    static final List<RollupMetric> METRICS = Arrays.stream(RollupMetric.values())
            .filter(metric -> metric.source() instanceof TurnSum)
            .toList();

    private record Group(long bucket, SourceTable store, String model, String provider) {}

    private final Instant now;
    private final Map<TurnKey, KeptTurn> onlyKept = new HashMap<>();
    private final Map<Long, Long> leftAside = new HashMap<>();
    private final Map<SourceTable, SortedMap<Long, BucketCount>> buckets = new EnumMap<>(SourceTable.class);
    private final Map<Group, BucketCount> groups = new HashMap<>();
    private final Map<Group, UncostedTokens> uncosted = new HashMap<>();

    /** @param kept counted in the end, unless a row of the memory database tells of the same turn */
    TurnTally(List<KeptTurn> kept, Instant now) {
        this.now = now;
        kept.forEach(turn -> onlyKept.put(turn.key(), turn));
    }

    /**
     * A row of the memory database.
     *
     * @param key empty if the row names no turn; then it is a turn of its own
     */
    void add(Optional<TurnKey> key, long mark, String model, String provider, Map<RollupMetric, BigDecimal> figures) {
        key.map(onlyKept::remove).ifPresent(known -> leftAside.merge(DayBucket.of(known.at(), now), 1L, Long::sum));
        var bucket = DayBucket.ofMark(mark);
        var inSeconds = DayBucket.isDay(bucket) && DayBucket.isInSeconds(mark);
        add(new Group(bucket, SourceTable.TURNS, model, provider), inSeconds, figures);
    }

    /** To be called after every row of the memory database was added. */
    void addKept() {
        for (var turn : onlyKept.values()) {
            var bucket = DayBucket.of(turn.at(), now);
            add(new Group(bucket, SourceTable.KEPT_TURNS, turn.model(), turn.provider()), false, figures(turn));
        }
    }

    private static Map<RollupMetric, BigDecimal> figures(KeptTurn turn) {
        var figures = new EnumMap<RollupMetric, BigDecimal>(RollupMetric.class);
        for (var metric : METRICS) {
            Optional.ofNullable(turn.figures().get(((TurnSum) metric.source()).column()))
                    .ifPresent(figure -> figures.put(metric, figure));
        }
        return figures;
    }

    private void add(Group group, boolean inSeconds, Map<RollupMetric, BigDecimal> figures) {
        var ofStore = buckets.computeIfAbsent(group.store(), _ -> new TreeMap<>());
        var ofBucket = ofStore.computeIfAbsent(group.bucket(), _ -> new BucketCount());
        var ofGroup = groups.computeIfAbsent(group, _ -> new BucketCount());
        ofBucket.addRows(1, inSeconds ? 1 : 0);
        ofGroup.addRows(1, 0);
        figures.forEach((metric, figure) -> {
            ofBucket.add(metric, Total.ofExact(figure));
            ofGroup.add(metric, Total.ofExact(figure));
        });
        var in = figures.get(RollupMetric.GEN_TOKENS_INPUT);
        var out = figures.get(RollupMetric.GEN_TOKENS_OUTPUT);
        if (in != null && out != null && !figures.containsKey(RollupMetric.GEN_COST_USD)) {
            uncosted.merge(group, new UncostedTokens(1, in, out), UncostedTokens::plus);
        }
    }

    Map<SourceTable, TableCount> tables() {
        var tables = new EnumMap<SourceTable, TableCount>(SourceTable.class);
        buckets.forEach((store, counts) -> tables.put(store, new TableCount(counts)));
        return tables;
    }

    /** Per bucket how many of the turns that stand elsewhere the memory database tells of as well. */
    Map<Long, Long> leftAside() {
        return Map.copyOf(leftAside);
    }

    /** Oldest day first; only of rows that fell on a day. */
    List<TurnGroup> groups() {
        return groups.entrySet().stream()
                .filter(entry -> DayBucket.isDay(entry.getKey().bucket()))
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(TurnGroup::day)
                        .thenComparing(TurnGroup::store)
                        .thenComparing(TurnGroup::provider)
                        .thenComparing(TurnGroup::model))
                .toList();
    }

    private TurnGroup group(Group group, BucketCount count) {
        var sums = new EnumMap<RollupMetric, BigDecimal>(RollupMetric.class);
        var unknown = new EnumMap<RollupMetric, Long>(RollupMetric.class);
        for (var metric : METRICS) {
            var total = count.total(metric);
            if (total.rows() > 0) {
                sums.put(metric, total.normalised());
            }
            if (total.rows() < count.rows()) {
                unknown.put(metric, count.rows() - total.rows());
            }
        }
        return new TurnGroup(
                DayBucket.day(group.bucket()),
                group.store(),
                group.model(),
                group.provider(),
                count.rows(),
                sums,
                unknown,
                uncosted.getOrDefault(group, UncostedTokens.NONE));
    }
}
