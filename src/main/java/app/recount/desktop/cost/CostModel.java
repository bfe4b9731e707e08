package app.recount.desktop.cost;

import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the page shows of a reading: how its days are put together, which of them is looked at, and which rows pass the filter. */
final class CostModel {

    /** Which table stands below the charts. */
    enum Face {
        MODELS,
        PERIODS,
        SOURCES
    }

    final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.DAY);
    final BooleanProperty cumulated = new SimpleBooleanProperty();
    final ObjectProperty<Face> face = new SimpleObjectProperty<>(Face.MODELS);
    final StringProperty filterText = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<CostReading>> reading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Period>> periods = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Period>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final CostWords words;
    private boolean spanChosen;
    private boolean choosing;

    /** @param texts the filter looks for what the tables say */
    CostModel(Texts texts) {
        words = new CostWords(texts);
        span.subscribe((before, now) -> {
            spanChosen = spanChosen || !choosing;
            cut();
        });
    }

    ReadOnlyObjectProperty<Optional<CostReading>> reading() {
        return reading.getReadOnlyProperty();
    }

    /** Why there is no reading. */
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** All days, in periods of the chosen span, oldest first. */
    ReadOnlyObjectProperty<List<Period>> periods() {
        return periods.getReadOnlyProperty();
    }

    /** The one that is looked at in charts and table alike. */
    ReadOnlyObjectProperty<Optional<Period>> selected() {
        return selected.getReadOnlyProperty();
    }

    /** The newest reading; as long as nobody has chosen a span, one is chosen that the days fit into. */
    void show(CostReading now) {
        reading.set(Optional.of(now));
        problem.set(Optional.empty());
        if (!spanChosen) {
            choosing = true;
            span.set(Span.forDays(now.days().size()));
            choosing = false;
        }
        cut();
    }

    /** There will be no reading; the one before, if there is any, still holds. */
    void failed(Problem why) {
        problem.set(Optional.of(why));
    }

    /** There is nothing to show at the moment. */
    void clear() {
        reading.set(Optional.empty());
        problem.set(Optional.empty());
        cut();
    }

    private void cut() {
        var at = selected.get().map(Period::first);
        periods.set(reading.get().map(now -> Period.cut(now.days(), span.get())).orElse(List.of()));
        selected.set(at.flatMap(this::periodOf));
    }

    private Optional<Period> periodOf(LocalDate day) {
        return periods.get().stream().filter(period -> period.contains(day)).findFirst();
    }

    void select(Optional<Period> period) {
        selected.set(period.filter(periods.get()::contains));
    }

    /** Moves to the period before or after; from nowhere, to the last one. */
    void move(int step) {
        var all = periods.get();
        if (!all.isEmpty()) {
            int at = selected.get().map(all::indexOf).orElse(all.size());
            select(Optional.of(all.get(Math.clamp(at + step, 0, all.size() - 1))));
        }
    }

    /** All days as one. */
    Optional<Period> whole() {
        return reading.get().filter(now -> !now.days().isEmpty()).map(now -> new Period(now.days()));
    }

    /** The unknown days before the first of which anything is known. */
    Optional<Period> unknownStart() {
        return reading.get()
                .map(now -> now.days().stream().takeWhile(CostDay::isUnknown).toList())
                .filter(days -> !days.isEmpty())
                .map(Period::new);
    }

    List<ModelRow> modelRows() {
        return ModelRow.of(reading.get().map(CostReading::shares).orElse(List.of()).stream()
                .filter(share ->
                        passes(words.told(share.model()), words.told(share.provider()), words.place(share.place())))
                .toList());
    }

    /** Newest first, those that pass the filter: by a part of their first or last day, or by a word of what is known of them. */
    List<Period> periodRows() {
        return periods.get().reversed().stream()
                .filter(period ->
                        passes(period.first().toString(), period.last().toString()) || isSaid(words.knowledge(period)))
                .toList();
    }

    private boolean passes(String... names) {
        return List.of(names).stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted()));
    }

    /** Whole words or their beginnings: who looks for what is known does not want the unknown. */
    private boolean isSaid(String sentence) {
        return (" " + sentence.toLowerCase(Locale.ROOT)).contains(" " + wanted());
    }

    private String wanted() {
        return filterText.get().strip().toLowerCase(Locale.ROOT);
    }

    Series cost() {
        return series(period -> period.all().costUsd());
    }

    Series costOfTurns() {
        return series(period -> period.turns().costUsd());
    }

    Series generated() {
        return series(Period::generated);
    }

    Series saved() {
        return series(Period::savedOnSameDays);
    }

    private Series series(Function<Period, Optional<BigDecimal>> figure) {
        var each = new Series(periods.get().stream().map(figure).toList());
        return cumulated.get() ? each.cumulated() : each;
    }
}
