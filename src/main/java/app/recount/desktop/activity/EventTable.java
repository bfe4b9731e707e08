package app.recount.desktop.activity;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.TableMemory;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Tables;
import app.recount.memory.RollupMetric;
import app.recount.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** The events, sortable, each column with a filter; the row that is selected is the event that the pane shows. */
final class EventTable extends TableView<EventRow> {

    static final String DAY = "day";
    static final String EVENT = "event";

    /** The edges of a header and its funnel. */
    private static final double AROUND_NAME = 28;

    private static final PseudoClass IN_RANGE = PseudoClass.getPseudoClass("in-range");

    /** The counters that are shown until the user chooses others. */
    private static final List<RollupMetric> SHOWN_FIRST = List.of(
            RollupMetric.OBSERVATION_COUNT,
            RollupMetric.SESSION_COUNT,
            RollupMetric.PROMPT_COUNT,
            RollupMetric.DISCOVERY_TOKENS,
            RollupMetric.READ_TOKENS,
            RollupMetric.TOKENS_SAVED_VS_NAIVE);

    private final ActivityModel model;
    private final Texts texts;
    private boolean following;

    EventTable(Desk desk, ActivityModel model, MetricNames names) {
        this.model = model;
        this.texts = desk.texts();
        var sorted = new SortedList<>(model.filtered());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        Tables.dress(this);
        setAccessibleText(texts.get("activity.table"));
        addColumns(names);
        setRowFactory(table -> new EventRowView());
        placeholderProperty()
                .bind(Bindings.createObjectBinding(this::whyEmpty, model.filtered(), model.previewValue()));
        new TableMemory(desk.preferences(), texts.get("shell.task.settings")).attach(this, "activity.events");
        getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.event.subscribe(event -> show(event));
        // afterwards: until then the rows in sight are counted as they were
        getItems()
                .addListener((ListChangeListener<EventRow>) change -> Platform.runLater(() -> show(model.event.get())));
    }

    private void addColumns(MetricNames names) {
        var day = Tables.<EventRow>text(
                DAY, texts.get("activity.column.day"), row -> row.day().toString());
        day.setMinWidth(98);
        day.setSortType(SortType.DESCENDING);
        var event = Tables.<EventRow>text(EVENT, texts.get("activity.column.event"), EventRow::name, "muted");
        event.setMinWidth(132);
        var metrics = Stream.concat(
                SHOWN_FIRST.stream(),
                Arrays.stream(RollupMetric.values()).filter(metric -> !SHOWN_FIRST.contains(metric)));
        getColumns().add(day);
        getColumns().add(event);
        metrics.forEach(metric -> getColumns().add(column(metric, names)));
        Tables.giveWay(this, List.of(event, getColumns().get(2 + SHOWN_FIRST.indexOf(RollupMetric.PROMPT_COUNT))));
        getSortOrder().add(day);
    }

    private static TableColumn<EventRow, ?> column(RollupMetric metric, MetricNames names) {
        var column = Tables.<EventRow>figure(metric.key(), names.brief(metric), row -> row.value(metric));
        column.setMinWidth(Math.max(72, Tables.letters(names.brief(metric)) + AROUND_NAME));
        column.setVisible(SHOWN_FIRST.contains(metric));
        column.setUserData(metric);
        return column;
    }

    /** A list without events and a filter that nothing passes are different things. */
    private Node whyEmpty() {
        if (!model.isFiltered()) {
            return Labels.muted(texts.get("activity.table.noEvents"));
        }
        var box = new VBox(
                8,
                Labels.muted(texts.get("activity.table.noMatch")),
                Buttons.text(texts.get("activity.table.clearFilters"), model::clearFilters));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private void chosen(EventRow row) {
        if (row != null && !following && !model.event.get().filter(row::equals).isPresent()) {
            model.select(row);
        }
    }

    private void show(Optional<EventRow> event) {
        following = true;
        int at = event.map(row -> getItems().indexOf(row)).orElse(-1);
        if (at < 0) {
            getSelectionModel().clearSelection();
        } else if (getSelectionModel().getSelectedIndex() != at) {
            getSelectionModel().clearAndSelect(at);
            scrollIntoSight(at);
        }
        following = false;
    }

    private void scrollIntoSight(int row) {
        int inSight = (int) ((getHeight() - 28) / 28);
        var first = lookup(".virtual-flow") instanceof javafx.scene.control.skin.VirtualFlow<?> flow
                        && flow.getFirstVisibleCell() != null
                ? flow.getFirstVisibleCell().getIndex()
                : 0;
        if (row <= first || row >= first + inSight - 1) {
            scrollTo(Math.max(0, row - inSight / 2));
        }
    }

    private final class EventRowView extends TableRow<EventRow> {

        EventRowView() {
            model.days.subscribe(days -> mark());
        }

        @Override
        protected void updateItem(EventRow row, boolean empty) {
            super.updateItem(row, empty);
            mark();
        }

        private void mark() {
            var row = getItem();
            var range = model.days.get();
            pseudoClassStateChanged(
                    IN_RANGE,
                    row != null
                            && row.isDaily()
                            && range.filter(days -> days.contains(row.day())).isPresent());
        }
    }
}
