package app.recount.desktop.shell;

import app.recount.desktop.widget.Tables;
import app.recount.store.WindowLayout.TableLayout;
import app.recount.store.WindowLayout.TableLayout.Column;
import app.recount.store.WindowLayout.TableLayout.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.util.Duration;

/** Gives a table the columns and the order that it had, and remembers them when they change. Columns need ids. */
public final class TableMemory {

    private static final double NARROWEST = 30;
    private static final double WIDEST = 1200;

    private final Preferences preferences;
    private final String taskName;

    public TableMemory(Preferences preferences, String taskName) {
        this.preferences = preferences;
        this.taskName = taskName;
    }

    /** What is remembered wins over how the table stands; columns that are not remembered stay where they are. */
    public <S> void attach(TableView<S> table, String id) {
        Optional.ofNullable(preferences.current().layout().tables().get(id)).ifPresent(layout -> apply(layout, table));
        // waits until a drag has ended
        var soon = new PauseTransition(Duration.millis(600));
        soon.setOnFinished(event -> remember(table, id));
        Runnable changed = soon::playFromStart;
        table.getColumns().addListener((ListChangeListener<TableColumn<S, ?>>) change -> changed.run());
        table.getSortOrder().addListener((ListChangeListener<TableColumn<S, ?>>) change -> changed.run());
        for (var column : table.getColumns()) {
            column.widthProperty().subscribe((before, now) -> changed.run());
            column.visibleProperty().subscribe((before, now) -> changed.run());
            column.sortTypeProperty().subscribe((before, now) -> changed.run());
        }
    }

    static <S> void apply(TableLayout layout, TableView<S> table) {
        var left = new ArrayList<>(table.getColumns());
        var ordered = new ArrayList<TableColumn<S, ?>>();
        for (var remembered : layout.columns()) {
            find(left, remembered.id()).ifPresent(column -> {
                column.setPrefWidth(Math.clamp(remembered.width(), NARROWEST, WIDEST));
                column.setVisible(remembered.visible());
                ordered.add(column);
                left.remove(column);
            });
        }
        ordered.addAll(left);
        table.getColumns().setAll(ordered);
        table.getSortOrder().clear();
        for (var key : layout.order()) {
            find(ordered, key.column()).ifPresent(column -> {
                column.setSortType(key.ascending() ? SortType.ASCENDING : SortType.DESCENDING);
                table.getSortOrder().add(column);
            });
        }
    }

    static TableLayout layoutOf(TableView<?> table) {
        return new TableLayout(
                table.getColumns().stream()
                        .map(column -> new Column(column.getId(), column.getWidth(), Tables.isWanted(column)))
                        .toList(),
                table.getSortOrder().stream()
                        .map(column -> new SortKey(column.getId(), column.getSortType() == SortType.ASCENDING))
                        .toList());
    }

    private void remember(TableView<?> table, String id) {
        var layout = layoutOf(table);
        if (!layout.equals(preferences.current().layout().tables().get(id))) {
            preferences.update(taskName, settings -> settings.withLayout(all -> all.withTable(id, layout)));
        }
    }

    private static <S> Optional<TableColumn<S, ?>> find(List<TableColumn<S, ?>> columns, String id) {
        return columns.stream().filter(column -> id.equals(column.getId())).findFirst();
    }
}
