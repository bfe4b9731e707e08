package app.recount.desktop.sight;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.FxThread;
import app.recount.desktop.Window;
import app.recount.desktop.analyses.RunHistory;
import app.recount.desktop.analyses.RunsWorld;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns may be made narrow, by their table or by hand, and are remembered so; what they are called is read even then. */
class HeadersTest {

    @TempDir
    Path home;

    @Test
    void a_column_at_its_narrowest_has_room_for_its_name() {
        var cut = new ArrayList<String>();
        try (var window = Window.inFreshHome(home).open(2560, 800)) {
            window.press("Explore with demo data").one(".day-chart .bar");
            cut.addAll(cutIn(window, "Activity"));
            window.page("Sessions").one("#sessions .table-row-cell:filled");
            cut.addAll(cutIn(window, "Sessions"));
            window.page("Cost").one(".cost-table .table-row-cell:filled");
            cut.addAll(cutIn(window, "Cost, models"));
            window.press("Over time").one(".cost-table .table-row-cell:filled");
            cut.addAll(cutIn(window, "Cost, periods"));
            window.page("Receipts");
            cut.addAll(cutIn(window, "Receipts"));
        }
        assertThat(cut).isEmpty();
    }

    @Test
    void so_has_one_of_the_stages() throws Exception {
        try (var world = new RunsWorld(home)) {
            RunHistory.write(world);
            try (var window = Window.inHome(world.home(), world.clock()).open(2560, 800)) {
                window.page("Analyses").one(".stage-table .table-row-cell:filled");
                assertThat(cutIn(window, "Analyses")).isEmpty();
            }
        }
    }

    @Test
    void a_small_window_has_room_for_the_columns_of_receipts() {
        try (var window = Window.inFreshHome(home).open(853, 533)) {
            window.press("Explore with demo data").one(".day-chart .bar");
            var table = (TableView<?>) window.page("Receipts").one("#receipts");
            window.await(() -> table.getWidth() > 0);

            assertThat(FxThread.call(() -> table.getVisibleLeafColumns().stream()
                            .mapToDouble(TableColumn::getMinWidth)
                            .sum()))
                    .as("a scroll bar has ten pixels")
                    .isLessThanOrEqualTo(FxThread.call(table::getWidth) - 10);
        }
    }

    private static List<String> cutIn(Window window, String page) {
        return FxThread.call(() -> {
            var table = Nodes.shown(window.scene().getRoot())
                    .filter(TableView.class::isInstance)
                    .map(node -> (TableView<?>) node)
                    .findFirst()
                    .orElseThrow();
            return table.getColumns().stream()
                    .filter(column -> isCut(table, column))
                    .map(column -> page + " " + column.getId() + " " + column.getMinWidth())
                    .toList();
        });
    }

    private static boolean isCut(TableView<?> table, TableColumn<?, ?> column) {
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        column.setVisible(true);
        column.setPrefWidth(column.getMinWidth());
        table.applyCss();
        table.layout();
        return header(table, column).noneMatch(text -> text.equals(name(column)));
    }

    private static String name(TableColumn<?, ?> column) {
        return column.getGraphic() instanceof Labeled head ? head.getText() : column.getText();
    }

    private static Stream<String> header(TableView<?> table, TableColumn<?, ?> column) {
        return table.lookupAll(".column-header").stream()
                .filter(header -> column.getId().equals(header.getId()))
                .flatMap(header -> header.lookupAll(".text").stream())
                .map(text -> ((Text) text).getText());
    }
}
