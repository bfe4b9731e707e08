package app.recount.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.FxThread;
import app.recount.desktop.SmallWindow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A table of three numbers: its first column has a head of its own, its second one is explained, its third cannot be sorted by. */
class SortMenuTest {

    private final TableView<Integer> table = new TableView<>(FXCollections.observableArrayList(2, 3, 1));

    @AutoClose
    private final SmallWindow window = SmallWindow.showing(this::scene);

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    private Scene scene() {
        var square = Tables.<Integer>figure("square", "Sq.", row -> Optional.of(BigDecimal.valueOf(row * row)));
        Tables.explain(square, "Square");
        var same = Tables.<Integer>text("same", "Same", row -> "the same");
        same.setSortable(false);
        var number = Tables.<Integer>figure("number", "", row -> Optional.of(BigDecimal.valueOf(row)));
        number.setGraphic(new Label("Number"));
        table.getColumns().setAll(List.of(number, square, same));
        Tables.dress(table);
        return new Scene(table);
    }

    @Test
    void shift_f10_shows_what_the_table_can_be_sorted_by() {
        window.focus(table);
        new FxRobot().push(KeyCode.SHIFT, KeyCode.F10);
        FxThread.await(() -> menu().isPresent());
        assertThat(FxThread.call(() -> menu().orElseThrow().getItems().stream()
                        .map(item -> item.getText())
                        .toList()))
                .containsExactly("Number", "Square");
    }

    @Test
    void one_column_sorts_upwards_then_downwards_then_not_at_all() {
        choose("Square");
        assertThat(table.getItems()).containsExactly(1, 2, 3);
        choose("Square");
        assertThat(table.getItems()).containsExactly(3, 2, 1);
        choose("Square");
        assertThat(table.getSortOrder()).isEmpty();
    }

    private void choose(String name) {
        FxThread.call(() -> {
            SortMenu.items(table).stream()
                    .filter(item -> item.getText().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return name;
        });
    }

    private static Optional<ContextMenu> menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(Window::isShowing)
                .findFirst();
    }
}
