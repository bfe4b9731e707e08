package app.recount.desktop.widget;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.FxThread;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TablesTest {

    private static final int LEAST = 132 + 5 * 64;

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @Test
    void columns_that_fit_are_not_scrolled_at_whatever_size() {
        var scrolled = List.of(1.0, 1.25, 1.5, 1.75).stream()
                .flatMap(scale -> IntStream.rangeClosed(LEAST + 4, LEAST + 40)
                        .filter(width -> isScrolled(width, scale))
                        .mapToObj(width -> width + " at " + scale))
                .toList();

        assertThat(scrolled).isEmpty();
    }

    @Test
    void columns_that_do_not_fit_are_scrolled() {
        assertThat(isScrolled(LEAST - 60, 1)).isTrue();
    }

    private static boolean isScrolled(double width, double scale) {
        return FxThread.call(() -> {
            var table = new TableView<String>();
            for (int column = 0; column < 6; column++) {
                table.getColumns().add(column(column == 0 ? 132 : 64, column == 0 ? 140 : 74));
            }
            Tables.dress(table);
            table.getItems().add("stage");
            var stage = new Stage();
            stage.setRenderScaleX(scale);
            stage.setScene(new Scene(table, width, 200));
            stage.show();
            stage.setRenderScaleX(scale);
            table.applyCss();
            table.layout();
            try {
                return table.lookupAll(".scroll-bar").stream()
                        .map(ScrollBar.class::cast)
                        .anyMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible());
            } finally {
                stage.close();
            }
        });
    }

    private static TableColumn<String, String> column(double least, double usual) {
        var column = new TableColumn<String, String>("figure");
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()));
        column.setMinWidth(least);
        column.setPrefWidth(usual);
        return column;
    }
}
