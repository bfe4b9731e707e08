package app.recount.desktop.activity;

import app.recount.delivery.BackfillPreview;
import app.recount.memory.DailyRollup;
import app.recount.memory.Finding;
import app.recount.memory.RollupMetric;
import app.recount.payload.BackfillEvent;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.transformation.FilteredList;

/** What the activity page shows: one preview, one selection of days, one selected field, filters that add up. */
final class ActivityModel {

    /** The three views of one event. */
    enum Peer {
        FIELDS,
        JSON,
        WITHHELD
    }

    /** The selected days; chart, table and pane show this one state. */
    final ObjectProperty<Optional<DayRange>> days = new SimpleObjectProperty<>(Optional.empty());

    /** The event that the pane shows; empty when the selected day has none. */
    final ObjectProperty<Optional<EventRow>> event = new SimpleObjectProperty<>(Optional.empty());

    /** The path of the selected field, such as {@code properties.read_tokens}; Fields and JSON show this one state. */
    final ObjectProperty<Optional<String>> field =
            new SimpleObjectProperty<>(Optional.of("properties." + RollupMetric.TOKENS_SAVED_VS_NAIVE.key()));

    final ObjectProperty<Peer> peer = new SimpleObjectProperty<>(Peer.FIELDS);
    final ObjectProperty<RollupMetric> metric = new SimpleObjectProperty<>(RollupMetric.DISCOVERY_TOKENS);
    final StringProperty filterText = new SimpleStringProperty("");
    final ObservableMap<String, ColumnFilter> columnFilters = FXCollections.observableMap(new HashMap<>());

    /** A finding that filters the table to the days it touches. */
    final ObjectProperty<Optional<Finding>> finding = new SimpleObjectProperty<>(Optional.empty());

    /** What does not leave; empty while it is not known. */
    final ObjectProperty<Optional<Withheld>> withheld = new SimpleObjectProperty<>(Optional.empty());

    final ObjectBinding<Optional<Totals>> totals;

    private final ObservableValue<Optional<BackfillPreview>> preview;
    private final ObservableList<EventRow> rows = FXCollections.observableArrayList();
    // kept, because it listens to the rows weakly and would fall silent with whoever asked for it
    private final ObservableList<EventRow> view = FXCollections.unmodifiableObservableList(rows);
    private final FilteredList<EventRow> filtered = new FilteredList<>(rows);

    /** The end of the selected days that stays while the other one is moved. */
    private Optional<LocalDate> anchor = Optional.empty();

    ActivityModel(ObservableValue<Optional<BackfillPreview>> preview) {
        this.preview = preview;
        totals = Bindings.createObjectBinding(() -> preview.getValue().map(Totals::of), preview);
        preview.subscribe(this::fill);
        filterText.subscribe((before, now) -> refilter());
        finding.subscribe((before, now) -> refilter());
        columnFilters.addListener((MapChangeListener<String, ColumnFilter>) change -> refilter());
    }

    Optional<BackfillPreview> preview() {
        return preview.getValue();
    }

    ObservableValue<Optional<BackfillPreview>> previewValue() {
        return preview;
    }

    /** All events in the order of the payload. */
    ObservableList<EventRow> rows() {
        return view;
    }

    /** The events that pass all filters, in the order of the payload. */
    ObservableList<EventRow> filtered() {
        return filtered;
    }

    boolean isFiltered() {
        return !filterText.get().isBlank() || finding.get().isPresent() || !columnFilters.isEmpty();
    }

    void clearFilters() {
        filterText.set("");
        finding.set(Optional.empty());
        columnFilters.clear();
    }

    /** How many events lie in the selected days. */
    long selectedCount() {
        return days.get()
                .map(range -> rows.stream()
                        .filter(EventRow::isDaily)
                        .filter(row -> range.contains(row.day()))
                        .count())
                .orElse(event.get().isPresent() ? 1L : 0L);
    }

    /** Selects one event and with it its day; the install event has no day of its own in the chart. */
    void select(EventRow row) {
        event.set(Optional.of(row));
        days.set(row.isDaily() ? Optional.of(DayRange.of(row.day())) : Optional.empty());
    }

    /** Selects days; the pane shows the last event among them. */
    void select(DayRange range) {
        anchor = Optional.empty();
        event.set(rows.stream()
                .filter(EventRow::isDaily)
                .filter(row -> range.contains(row.day()))
                .reduce((before, last) -> last));
        days.set(Optional.of(range));
    }

    /** Selects the days of both ends of a drag and those between. The end where it began stays, should the range be extended. */
    void drag(DayRange from, DayRange to) {
        select(from.joined(to));
        anchor = Optional.of(to.first().isBefore(from.first()) ? from.last() : from.first());
    }

    void selectNothing() {
        days.set(Optional.empty());
        event.set(Optional.empty());
    }

    /** Moves to the next or previous day of the chart, with or without an event. */
    void moveDay(int step) {
        var window = preview().flatMap(now -> now.payload().window());
        if (window.isEmpty()) {
            return;
        }
        var from = days.get()
                .map(DayRange::last)
                .orElse(
                        step > 0
                                ? window.get().installDay().minusDays(1)
                                : window.get().lastFullDay().plusDays(1));
        var to = from.plusDays(step);
        if (window.get().contains(to)) {
            select(DayRange.of(to));
        }
    }

    /** Moves one end of the selected days, within the days of the chart; the other end stays. Without any, the first step selects one. */
    void extend(int step) {
        var range = days.get();
        if (range.isEmpty()) {
            moveDay(step);
            return;
        }
        extendTo(movingEnd(range.get()).plusDays(step));
    }

    /** Moves that end to the first or the last day of the chart, or to one between. */
    void extendTo(LocalDate day) {
        var window = preview().flatMap(now -> now.payload().window());
        if (window.isEmpty() || !window.get().contains(day)) {
            return;
        }
        var fixed = days.get().map(this::fixedEnd).orElse(day);
        select(DayRange.between(fixed, day));
        anchor = Optional.of(fixed);
    }

    /** The end that stays is the one that was selected first, and the first day where nobody knows. */
    private LocalDate fixedEnd(DayRange range) {
        return anchor.filter(range.last()::equals).orElse(range.first());
    }

    private LocalDate movingEnd(DayRange range) {
        return fixedEnd(range).equals(range.first()) ? range.last() : range.first();
    }

    /** Moves to the next or previous event of the payload. */
    void moveEvent(int step) {
        eventBeside(step).ifPresent(this::select);
    }

    boolean mayMoveEvent(int step) {
        return eventBeside(step).isPresent();
    }

    private Optional<EventRow> eventBeside(int step) {
        int at = event.get().map(EventRow::index).orElse(step > 0 ? -1 : rows.size());
        int to = at + step;
        return to >= 0 && to < rows.size() ? Optional.of(rows.get(to)) : Optional.empty();
    }

    /** Only findings that touch days can filter; choosing the same again gives the filter up. */
    void toggle(Finding chosen) {
        boolean same = finding.get().filter(chosen::equals).isPresent();
        finding.set(same || chosen.days().isEmpty() ? Optional.empty() : Optional.of(chosen));
    }

    private void fill(Optional<BackfillPreview> now) {
        var selectedDays = days.get();
        var selectedId = event.get().map(row -> row.event().uuid());
        finding.set(Optional.empty());
        rows.setAll(now.map(ActivityModel::rowsOf).orElse(List.of()));
        var again = rows.stream()
                .filter(row -> selectedId.filter(row.event().uuid()::equals).isPresent())
                .findFirst();
        // what was selected stays selected over a re-reading, with its new values
        event.set(again.or(() -> rows.stream().filter(EventRow::isDaily).reduce((before, last) -> last)));
        days.set(again.isPresent() ? selectedDays : event.get().map(row -> DayRange.of(row.day())));
    }

    private static List<EventRow> rowsOf(BackfillPreview preview) {
        Map<LocalDate, DailyRollup> rollups =
                preview.activity().rollups().stream().collect(Collectors.toMap(DailyRollup::day, Function.identity()));
        var events = preview.payload().events();
        return IntStream.range(0, events.size())
                .mapToObj(i -> {
                    var each = events.get(i);
                    var daily = each.name() == BackfillEvent.Name.HISTORICAL_ACTIVITY;
                    return new EventRow(
                            i, each, daily ? Optional.ofNullable(rollups.get(each.day())) : Optional.empty());
                })
                .toList();
    }

    private void refilter() {
        var text = filterText.get().strip().toLowerCase(Locale.ROOT);
        var touched = finding.get().map(Finding::days);
        var filters = List.copyOf(columnFilters.values());
        filtered.setPredicate(row -> (text.isEmpty() || row.contains(text))
                && (touched.isEmpty() || (row.isDaily() && touched.get().contains(row.day())))
                && filters.stream().allMatch(filter -> filter.test(row)));
    }
}
