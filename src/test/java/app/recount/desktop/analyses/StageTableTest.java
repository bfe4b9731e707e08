package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.RunProgress.Part;
import app.recount.desktop.Easel;
import app.recount.store.Settings.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.TableColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the table of stages is laid out. */
class StageTableTest {

    @TempDir
    Path folder;

    @Test
    void what_stands_in_its_rows_does_not_move_its_columns() {
        var minutes = widths("minutes", Runs.part("one", 0, 1, Runs.used(1, 10, 100, 1000)));
        var days = widths("days", Runs.part("one", 0, 2890, Runs.used(1, 10, 100, 1000)));
        var none = widths("none");

        assertThat(days).isEqualTo(minutes);
        assertThat(none).isEqualTo(minutes);
    }

    private List<Double> widths(String name, Part... parts) {
        var table = new AtomicReference<StageTable>();
        new Easel(folder).draw("stages-" + name, Theme.LIGHT, 820, 220, desk -> {
            var run = Runs.open(1, "a");
            var model = new RunsModel(Runs.START);
            model.read(new Stock(List.of(run), List.of()));
            model.observed(List.of(Runs.observed(Runs.progress(run, Runs.used(1, 10, 100, 1000), parts))));
            table.set(new StageTable(desk, model));
            return table.get();
        });
        return table.get().getVisibleLeafColumns().stream()
                .map(TableColumn::getWidth)
                .toList();
    }
}
