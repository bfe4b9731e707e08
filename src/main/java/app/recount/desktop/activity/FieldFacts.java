package app.recount.desktop.activity;

import app.recount.desktop.activity.FieldFact.Origin;
import app.recount.desktop.widget.Figures;
import app.recount.memory.DailyRollup;
import app.recount.memory.MetricSource;
import app.recount.memory.RollupMetric;
import app.recount.memory.SourceTable;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes an event apart into its fields. What a counter means is read from its one entry. */
final class FieldFacts {

    private static final String PROPERTIES = "properties.";

    private final Texts texts;
    private final Set<String> known;

    FieldFacts(Texts texts) {
        this.texts = texts;
        this.known = new HashSet<>(texts.keysBelow("activity."));
    }

    /** All fields in the order of the wire. */
    List<FieldFact> of(EventRow row) {
        var event = row.event();
        var facts = new ArrayList<FieldFact>();
        facts.add(plain("event", event.name().text()));
        facts.add(plain("distinct_id", event.distinctId()));
        facts.add(plain("uuid", event.uuid().toString()));
        facts.add(plain("timestamp", event.timestamp()));
        add(facts, PROPERTIES, event.properties(), row.rollup());
        return facts;
    }

    private void add(List<FieldFact> facts, String prefix, Map<?, ?> properties, Optional<DailyRollup> rollup) {
        properties.forEach((name, value) -> {
            var key = (String) name;
            var metric = RollupMetric.byKey(key);
            if (value instanceof Map<?, ?> nested) {
                add(facts, prefix + key + ".", nested, rollup);
            } else if (metric.isPresent() && rollup.isPresent()) {
                facts.add(counter(prefix + key, metric.get(), value, rollup.get()));
            } else {
                facts.add(plain(prefix + key, shown(value)));
            }
        });
    }

    private FieldFact plain(String path, String value) {
        var key = path.substring(path.lastIndexOf('.') + 1);
        return new FieldFact(
                path,
                path.startsWith(PROPERTIES + "$set.") ? "$set." + key : key,
                value,
                false,
                optional("activity.field." + key).orElse(""),
                Optional.empty(),
                optional("activity.source." + key)
                        .map(source -> List.of(new Origin(source, Optional.empty())))
                        .orElse(List.of()),
                Optional.empty(),
                Optional.empty());
    }

    private FieldFact counter(String path, RollupMetric metric, Object value, DailyRollup rollup) {
        return new FieldFact(
                path,
                metric.key(),
                shown(value),
                true,
                texts.say(metric.meaning()),
                Optional.of(formula(metric, rollup)),
                origins(metric),
                rows(metric, rollup),
                caution(metric, rollup));
    }

    /** The formula, with the day's own values in place of the keys it is made of. */
    private String formula(RollupMetric metric, DailyRollup rollup) {
        var formula = texts.say(metric.formula());
        if (metric.source() instanceof MetricSource.Derived derived) {
            for (var input : derived.inputs()) {
                var value = rollup.values().getOrDefault(input, BigDecimal.ZERO);
                formula = formula.replace(input.key(), Figures.of(value));
            }
        }
        return formula;
    }

    private List<Origin> origins(RollupMetric metric) {
        return switch (metric.source()) {
            case MetricSource.RowSum sum
            when sum.columns().isEmpty() ->
                List.of(new Origin(sum.table().tableName(), Optional.of(texts.get("activity.origin.rows"))));
            case MetricSource.RowSum sum ->
                sum.columns().stream()
                        .map(column -> new Origin(sum.table().tableName() + "." + column, lengthOnly(sum)))
                        .toList();
            case MetricSource.DistinctValues distinct ->
                distinct.tables().stream()
                        .map(table -> new Origin(
                                table.tableName() + "." + distinct.column(),
                                Optional.of(texts.get("activity.origin.compared"))))
                        .toList();
            case MetricSource.TurnSum sum ->
                sum.tables().stream()
                        .map(table -> new Origin(table.place() + "." + sum.column(), Optional.empty()))
                        .toList();
            case MetricSource.Derived derived ->
                derived.inputs().stream()
                        .flatMap(input -> origins(input).stream())
                        .distinct()
                        .toList();
        };
    }

    /** A text that is only measured says so. */
    private Optional<String> lengthOnly(MetricSource.RowSum sum) {
        return sum.contribution() instanceof MetricSource.Contribution.Length
                ? Optional.of(texts.get("activity.origin.lengthOnly"))
                : Optional.empty();
    }

    private Optional<String> rows(RollupMetric metric, DailyRollup rollup) {
        var words = tables(metric).stream()
                .map(table -> {
                    long count = rollup.rows().getOrDefault(table, 0L);
                    return texts.get("activity.rows." + table, count);
                })
                .collect(Collectors.joining(" · "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static Set<SourceTable> tables(RollupMetric metric) {
        return switch (metric.source()) {
            case MetricSource.RowSum sum -> Set.of(sum.table());
            case MetricSource.DistinctValues distinct -> new LinkedHashSet<>(distinct.tables());
            case MetricSource.TurnSum sum -> new LinkedHashSet<>(sum.tables());
            case MetricSource.Derived derived ->
                derived.inputs().stream()
                        .flatMap(input -> tables(input).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        };
    }

    private Optional<String> caution(RollupMetric metric, DailyRollup rollup) {
        var inputs = metric.source() instanceof MetricSource.Derived derived ? derived.inputs() : List.of(metric);
        var words = inputs.stream()
                .filter(rollup.rowsWithoutValue()::containsKey)
                .map(input -> texts.get(
                        input == RollupMetric.READ_TOKENS ? "activity.rows.withoutText" : "activity.rows.withoutValue",
                        rollup.rowsWithoutValue().getOrDefault(input, 0L)))
                .collect(Collectors.joining(" · "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private Optional<String> optional(String key) {
        return known.contains(key) ? Optional.of(texts.get(key)) : Optional.empty();
    }

    private static String shown(Object value) {
        return value instanceof BigDecimal number ? Figures.of(number) : String.valueOf(value);
    }
}
