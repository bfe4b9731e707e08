package app.recount.desktop.activity;

import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Tables;
import app.recount.memory.RollupMetric;
import app.recount.text.Texts;
import atlantafx.base.controls.Popover;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;

/** Below the table: how much is selected and in sight, which columns are shown, and what they let through. */
final class TableFooter extends HBox {

    private final ActivityModel model;
    private final EventTable table;
    private final MetricNames names;
    private final Texts texts;
    private final Label selected = Labels.styled("", "muted", "small");
    private final MenuButton columns = new MenuButton();

    TableFooter(ActivityModel model, EventTable table, MetricNames names, Texts texts) {
        this.model = model;
        this.table = table;
        this.names = names;
        this.texts = texts;
        getStyleClass().add("table-footer");
        setAlignment(Pos.CENTER_LEFT);
        var hint = Labels.whole(Labels.styled(texts.get("activity.table.dash"), "muted", "small"));
        columns.getStyleClass().addAll("footer-menu");
        columns.setOnShowing(event -> fill());
        selected.setMinWidth(USE_PREF_SIZE);
        columns.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(selected, hint, Card.spring(), columns);
        selected.textProperty()
                .bind(Bindings.createStringBinding(this::counted, model.days, model.event, model.filtered()));
        table.getVisibleLeafColumns().addListener((ListChangeListener<TableColumn<EventRow, ?>>) change -> name());
        model.columnFilters.addListener((MapChangeListener<String, ColumnFilter>) change -> name());
        fill();
        name();
    }

    private String counted() {
        var all = model.rows().size();
        var words = texts.get("activity.table.selected", model.selectedCount(), all);
        return model.isFiltered()
                ? words + " · "
                        + texts.get("activity.table.shown", model.filtered().size())
                : words;
    }

    private void name() {
        columns.setText(texts.get(
                "activity.table.columns",
                table.getVisibleLeafColumns().size(),
                table.getColumns().size()));
    }

    private void fill() {
        var filters = new Menu(texts.get("activity.table.filterColumn"));
        columns.getItems().clear();
        for (var column : table.getColumns()) {
            var shown = new CheckMenuItem(fullName(column));
            shown.setSelected(Tables.isWanted(column));
            shown.setOnAction(event -> column.setVisible(shown.isSelected()));
            columns.getItems().add(shown);
            var filter = new MenuItem(fullName(column));
            filter.setOnAction(event -> filter(column));
            filters.getItems().add(filter);
        }
        columns.getItems().addFirst(filters);
    }

    private void filter(TableColumn<EventRow, ?> column) {
        popover(form(column)).show(columns);
    }

    /** The form of a column's filter, in a bubble. */
    static Popover popover(Node form) {
        var popover = new Popover(form);
        popover.setAnimated(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        return popover;
    }

    ColumnFilterForm form(TableColumn<EventRow, ?> column) {
        if (column.getUserData() instanceof RollupMetric metric) {
            return ColumnFilterForm.forFigures(model, texts, fullName(column), metric);
        }
        return column.getId().equals(EventTable.DAY)
                ? ColumnFilterForm.forText(
                        model, texts, column.getId(), fullName(column), ColumnFilter.DayContains::new)
                : ColumnFilterForm.forText(
                        model, texts, column.getId(), fullName(column), ColumnFilter.NameContains::new);
    }

    private String fullName(TableColumn<EventRow, ?> column) {
        return column.getUserData() instanceof RollupMetric metric
                ? names.full(metric)
                : texts.get("activity.column." + column.getId());
    }
}
