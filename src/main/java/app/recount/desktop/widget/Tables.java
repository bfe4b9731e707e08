package app.recount.desktop.widget;

import app.recount.text.VisibleText;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Tables of the window's look: rows of 28 pixels, the first column set in, figures at the right and a dash where there is none. */
public final class Tables {

    private static final String FIRST = "first-column";
    private static final String GAVE_WAY = "gave-way";
    private static final double SCROLL_BAR = 10;

    private Tables() {}

    /** Gives a table the window's look; columns fill its width while they fit into it and scroll when they do not. */
    public static <S> TableView<S> dress(TableView<S> table) {
        table.setFixedCellSize(28);
        SortMenu.on(table);
        table.widthProperty().subscribe(() -> fill(table));
        table.getVisibleLeafColumns().addListener((ListChangeListener<TableColumn<S, ?>>) change -> {
            markFirst(table);
            fill(table);
        });
        return table;
    }

    /** A policy of JavaFX's own: with any other one, a part of a pixel that is too much brings a scroll bar. */
    private static void fill(TableView<?> table) {
        double least = table.getVisibleLeafColumns().stream()
                .mapToDouble(TableColumn::getMinWidth)
                .sum();
        var policy = least > table.getWidth()
                ? TableView.UNCONSTRAINED_RESIZE_POLICY
                : TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS;
        if (!policy.equals(table.getColumnResizePolicy())) {
            table.setColumnResizePolicy(policy);
        }
    }

    /** A column of texts, each on one line whoever wrote it; {@code styleClasses} are those of its cells and header. */
    public static <S> TableColumn<S, String> text(
            String id, String title, Function<S, String> value, String... styleClasses) {
        var column = new TableColumn<S, String>();
        head(column, id, title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(VisibleText.name(value.apply(cell.getValue()))));
        column.setCellFactory(each -> new TextCell<>());
        column.getStyleClass().addAll(styleClasses);
        return column;
    }

    /** A column of figures; a row without one sorts below all others. */
    public static <S> TableColumn<S, Optional<BigDecimal>> figure(
            String id, String title, Function<S, Optional<BigDecimal>> value) {
        var column = new TableColumn<S, Optional<BigDecimal>>();
        head(column, id, title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setComparator(
                Comparator.comparing(each -> each.orElse(null), Comparator.nullsFirst(Comparator.naturalOrder())));
        column.setCellFactory(each -> new FigureCell<>());
        column.getStyleClass().add("figure");
        return column;
    }

    /** How wide a column's name is in its header. */
    public static double letters(String name) {
        var text = new Text(name);
        text.setFont(Font.font("Roboto Medium", 12));
        return Math.ceil(text.getLayoutBounds().getWidth());
    }

    /** Explains an abbreviated header to the eye and the ear. */
    public static void explain(TableColumn<?, ?> column, String fullName) {
        var label = new Label(column.getText());
        label.getStyleClass().add("head");
        label.setTooltip(new Tooltip(fullName));
        label.setAccessibleText(fullName);
        column.setGraphic(label);
        column.setText("");
    }

    /**
     * Hides the first of these columns, then the next, as long as the table is too narrow for all that the user wants to see. Such
     * a column counts as shown: {@link #isWanted}.
     */
    public static <S> void giveWay(TableView<S> table, List<TableColumn<S, ?>> inOrder) {
        table.widthProperty().subscribe(width -> giveWay(table, width.doubleValue(), inOrder));
    }

    private static <S> void giveWay(TableView<S> table, double width, List<TableColumn<S, ?>> inOrder) {
        double needed = SCROLL_BAR
                + table.getColumns().stream()
                        .filter(Tables::isWanted)
                        .mapToDouble(TableColumn::getMinWidth)
                        .sum();
        for (var column : inOrder) {
            if (!isWanted(column) || width <= 0) {
                continue;
            }
            boolean room = needed <= width;
            column.getProperties().put(GAVE_WAY, !room);
            column.setVisible(room);
            needed -= room ? 0 : column.getMinWidth();
        }
    }

    /** Whether the user wants to see the column, be there room for it or not. */
    public static boolean isWanted(TableColumn<?, ?> column) {
        return column.isVisible() || Boolean.TRUE.equals(column.getProperties().get(GAVE_WAY));
    }

    private static void head(TableColumn<?, ?> column, String id, String title) {
        column.setId(id);
        column.setText(title);
        column.setReorderable(true);
    }

    private static <S> void markFirst(TableView<S> table) {
        var visible = table.getVisibleLeafColumns();
        for (var column : visible) {
            column.getStyleClass().remove(FIRST);
        }
        if (!visible.isEmpty()) {
            visible.getFirst().getStyleClass().add(FIRST);
        }
    }

    private static final class TextCell<S> extends TableCell<S, String> {
        TextCell() {
            Labels.whole(this);
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }
    }

    private static final class FigureCell<S> extends TableCell<S, Optional<BigDecimal>> {
        @Override
        protected void updateItem(Optional<BigDecimal> value, boolean empty) {
            super.updateItem(value, empty);
            getStyleClass().remove("absent");
            if (empty || value == null) {
                setText(null);
            } else {
                setText(Figures.of(value));
                if (value.isEmpty()) {
                    getStyleClass().add("absent");
                }
            }
        }
    }
}
