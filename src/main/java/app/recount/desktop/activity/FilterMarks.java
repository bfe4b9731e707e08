package app.recount.desktop.activity;

import app.recount.desktop.widget.Icons;
import app.recount.memory.RollupMetric;
import javafx.collections.MapChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.feather.Feather;

/** A funnel in each header: seen while the pointer is on the header or the column is filtered; a click opens the filter. */
final class FilterMarks {

    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final ActivityModel model;
    private final MetricNames names;
    private final TableFooter footer;

    FilterMarks(ActivityModel model, MetricNames names, TableFooter footer) {
        this.model = model;
        this.names = names;
        this.footer = footer;
    }

    void attach(EventTable table) {
        table.getColumns().forEach(this::attach);
    }

    private void attach(TableColumn<EventRow, ?> column) {
        Node funnel = Icons.of(Feather.FILTER, "funnel");
        funnel.setPickOnBounds(true);
        var head = new Label(column.getText(), funnel);
        head.getStyleClass().add("head");
        head.setContentDisplay(
                column.getUserData() instanceof RollupMetric ? ContentDisplay.LEFT : ContentDisplay.RIGHT);
        if (column.getUserData() instanceof RollupMetric metric) {
            head.setTooltip(new Tooltip(names.full(metric)));
            head.setAccessibleText(names.full(metric));
        }
        // the header sorts on release; a click on the funnel is none of its business
        funnel.addEventFilter(MouseEvent.ANY, event -> {
            if (event.getEventType() == MouseEvent.MOUSE_CLICKED) {
                TableFooter.popover(footer.form(column)).show(funnel);
            }
            if (event.getEventType() == MouseEvent.MOUSE_RELEASED || event.getEventType() == MouseEvent.MOUSE_PRESSED) {
                event.consume();
            }
        });
        column.setGraphic(head);
        column.setText("");
        model.columnFilters.addListener((MapChangeListener<String, ColumnFilter>)
                change -> head.pseudoClassStateChanged(ACTIVE, model.columnFilters.containsKey(column.getId())));
    }
}
