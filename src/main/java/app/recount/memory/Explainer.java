package app.recount.memory;

import app.recount.memory.Explanation.Place;
import app.recount.memory.Explanation.Recount;
import app.recount.memory.Explanation.ValueQuery;
import app.recount.memory.MetricSource.Derived;
import app.recount.memory.MetricSource.TurnSum;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.text.Wording;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains values of a reading while its database is still open, and counts each once more by its own statement. */
final class Explainer {

    /** The statement that lists a figure of the turns that Recount keeps itself. */
    @FunctionalInterface
    interface KeptQuery {
        Optional<String> of(TurnSum sum, LocalDate day);
    }

    private static final Wording TOO_LARGE = Wording.of("explain.absence.tooLarge");

    private final MemoryConnection memory;
    private final Counts counts;
    private final Activity activity;
    private final KeptQuery kept;
    private final ValueQueries queries;
    private final RowBreakdown rows;
    private final FirstDay firstDay;

    Explainer(MemoryConnection memory, CountablePart part, Counts counts, Activity activity, KeptQuery kept) {
        this.memory = memory;
        this.counts = counts;
        this.activity = activity;
        this.kept = kept;
        this.queries = new ValueQueries(part, activity.now());
        this.rows = new RowBreakdown(memory, part, counts, queries);
        this.firstDay = new FirstDay(memory, part, queries, rows);
    }

    /** @throws ProblemException if there is no such day or no such key */
    List<Explanation> answer(Question question) throws SQLException {
        var installDay = activity.window().map(DayWindow::installDay);
        if (question.key().filter(Explanation.FIRST_ACTIVE_DATE::equals).isPresent()) {
            return List.of(firstDay.explain(installDay.orElseThrow(this::noDay)));
        }
        var metric = question.key().map(this::metric);
        var answers = new ArrayList<Explanation>();
        for (var rollup : rollups(question)) {
            var metrics = metric.map(Set::of).orElse(rollup.values().keySet());
            for (var each : metrics) {
                answers.add(explain(each, rollup));
            }
        }
        if (metric.isEmpty() && question.day().or(() -> installDay).equals(installDay) && installDay.isPresent()) {
            answers.add(firstDay.explain(installDay.get()));
        }
        return answers;
    }

    private List<DailyRollup> rollups(Question question) {
        if (question.day().isEmpty()) {
            return activity.rollups();
        }
        var day = question.day().get();
        return List.of(activity.rollups().stream()
                .filter(each -> each.day().equals(day))
                .findFirst()
                .orElseThrow(() -> notSent(day)));
    }

    private Explanation explain(RollupMetric metric, DailyRollup rollup) throws SQLException {
        var day = rollup.day();
        var value = Optional.ofNullable(rollup.values().get(metric));
        var made = queries(metric, day);
        return new Explanation(
                metric.key(),
                day,
                value.map(BigDecimal::toPlainString),
                value.isPresent() ? Optional.empty() : Optional.of(absence(metric, rollup)),
                metric.formula(),
                metric.meaning(),
                sources(metric).distinct().toList(),
                rows.of(metric, day),
                made,
                made.size() > 1 ? Optional.of(Wording.of("explain.rule.turns")) : Optional.empty(),
                value.isPresent()
                        ? recount(metric, day).map(again -> Recount.of(again, value.get()))
                        : Optional.empty());
    }

    private List<ValueQuery> queries(RollupMetric metric, LocalDate day) {
        var ofMemory = queries.value(metric, day).stream()
                .map(statement -> new ValueQuery(Place.MEMORY_DATABASE, statement.sql()));
        var ofRecount = metric.source() instanceof TurnSum sum
                ? kept.of(sum, day).stream().map(sql -> new ValueQuery(Place.RECOUNT, sql))
                : Stream.<ValueQuery>empty();
        return Stream.concat(ofMemory, ofRecount).toList();
    }

    private Optional<BigDecimal> recount(RollupMetric metric, LocalDate day) throws SQLException {
        var total = metric.source() instanceof TurnSum
                ? counts.table(SourceTable.KEPT_TURNS).on(day).total(metric)
                : Total.NONE;
        var statement = queries.value(metric, day);
        if (statement.isPresent()) {
            try (var select = memory.prepare(statement.get());
                    var row = select.executeQuery()) {
                int column = row.getMetaData().getColumnCount();
                while (row.next()) {
                    if (row.getObject(column) instanceof Number number) {
                        total = total.plus(Total.ofExact(TurnReader.exact(number)));
                    }
                }
            }
        }
        return total.rows() == 0 ? Optional.empty() : Optional.of(total.normalised());
    }

    private Stream<String> sources(RollupMetric metric) {
        var source = metric.source();
        if (source instanceof Derived derived) {
            return derived.inputs().stream().flatMap(this::sources);
        }
        return source.tables().stream()
                .flatMap(table -> Stream.concat(source.columns().stream(), Stream.of(table.epochColumn()))
                        .map(column -> table.place() + "." + column));
    }

    private Wording absence(RollupMetric metric, DailyRollup rollup) {
        if (!counts.metrics().contains(metric)) {
            return Wording.of("explain.absence.notThere");
        }
        return switch (metric.source()) {
            case MetricSource.RowSum sum ->
                absence(sum, counts.table(sum.table()).on(rollup.day()), metric);
            case MetricSource.TurnSum sum ->
                sum.tables().stream()
                                .allMatch(table -> counts.table(table)
                                                .on(rollup.day())
                                                .total(metric)
                                                .rows()
                                        == 0)
                        ? Wording.of("explain.absence.noTurn")
                        : TOO_LARGE;
            case MetricSource.DistinctValues _ -> Wording.of("explain.absence.noRow");
            case MetricSource.Derived derived ->
                Wording.of(
                        "explain.absence.noInput",
                        derived.inputs().stream()
                                .filter(input -> !rollup.values().containsKey(input))
                                .map(RollupMetric::key)
                                .collect(Collectors.joining(", ")));
        };
    }

    private static Wording absence(MetricSource.RowSum sum, BucketCount bucket, RollupMetric metric) {
        if (bucket.rows() == 0) {
            return Wording.of("explain.absence.noRow.table", sum.table().tableName());
        }
        return bucket.total(metric).value().isEmpty() ? TOO_LARGE : Wording.of("explain.absence.zero");
    }

    private RollupMetric metric(String key) {
        return RollupMetric.byKey(key)
                .orElseThrow(() -> new ProblemException(
                        Problem.of("KEY_UNKNOWN", key).explained(keys()).advising(Action.read("nameKey"))));
    }

    private static String keys() {
        return Stream.concat(
                        Arrays.stream(RollupMetric.values()).map(RollupMetric::key),
                        Stream.of(Explanation.FIRST_ACTIVE_DATE))
                .collect(Collectors.joining(", "));
    }

    private ProblemException noDay() {
        return refusal(Problem.of("DAY_NOT_SENT.none").explained());
    }

    private ProblemException notSent(LocalDate day) {
        return refusal(Problem.of("DAY_NOT_SENT", day)
                .because(activity.window()
                        .map(window -> window.contains(day)
                                ? Wording.of("problem.DAY_NOT_SENT.noRow")
                                : Wording.of("problem.DAY_NOT_SENT.outside", window.installDay(), window.lastFullDay()))
                        .orElse(Wording.of("problem.DAY_NOT_SENT.noDay"))));
    }

    private static ProblemException refusal(Problem problem) {
        return new ProblemException(problem.advising(Action.read("seePreview")));
    }
}
