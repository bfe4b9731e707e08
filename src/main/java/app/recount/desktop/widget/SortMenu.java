package app.recount.desktop.widget;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/**
 * What a click at the name of a column does, for the keyboard, which cannot come there: the key for menus, or Shift with F10, shows the
 * columns that a table can be sorted by.
 */
final class SortMenu {

    private final TableView<?> table;
    private final ContextMenu menu = new ContextMenu();

    private SortMenu(TableView<?> table) {
        this.table = table;
    }

    static void on(TableView<?> table) {
        table.addEventHandler(KeyEvent.KEY_PRESSED, new SortMenu(table)::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean asks =
                event.getCode() == KeyCode.CONTEXT_MENU || (event.getCode() == KeyCode.F10 && event.isShiftDown());
        var items = asks ? items(table) : List.<MenuItem>of();
        if (!items.isEmpty()) {
            menu.getItems().setAll(items);
            var corner = table.localToScreen(0, table.getFixedCellSize());
            menu.show(table, corner.getX(), corner.getY());
            event.consume();
        }
    }

    /** One for each column that is shown and can be sorted by. */
    static <S> List<MenuItem> items(TableView<S> table) {
        return table.getVisibleLeafColumns().stream()
                .filter(TableColumn::isSortable)
                .map(column -> item(table, column))
                .toList();
    }

    private static <S> MenuItem item(TableView<S> table, TableColumn<S, ?> column) {
        var item = new MenuItem(name(column), mark(table, column));
        item.setOnAction(event -> sort(table, column));
        return item;
    }

    /** What is heard of the column, else what is seen. */
    private static String name(TableColumn<?, ?> column) {
        return column.getGraphic() instanceof Label head
                ? Objects.requireNonNullElse(head.getAccessibleText(), head.getText())
                : column.getText();
    }

    private static <S> Node mark(TableView<S> table, TableColumn<S, ?> column) {
        var mark = Icons.of(column.getSortType() == SortType.ASCENDING ? Feather.ARROW_UP : Feather.ARROW_DOWN);
        mark.setVisible(
                table.getSortOrder().contains(column)); // its room is kept, so that names stand below each other
        return mark;
    }

    /** Upwards, then downwards, then not at all, as at the column's name. */
    private static <S> void sort(TableView<S> table, TableColumn<S, ?> column) {
        if (!table.getSortOrder().contains(column)) {
            column.setSortType(SortType.ASCENDING);
            table.getSortOrder().setAll(List.of(column));
        } else if (column.getSortType() == SortType.ASCENDING) {
            column.setSortType(SortType.DESCENDING);
        } else {
            table.getSortOrder().clear();
        }
    }
}
