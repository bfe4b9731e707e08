package app.recount.desktop.sight;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.FxThread;
import app.recount.desktop.Window;
import java.nio.file.Path;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages show once somebody asks for more; the pictures are for people to look at. */
class ViewsTest {

    @TempDir
    Path home;

    @Test
    void everything_that_can_be_asked_for_is_whole_and_stands_out() {
        try (var window = Window.inFreshHome(home).open(900, 600)) {
            var sight = new Sight(window);
            window.press("Explore with demo data").one(".day-chart .bar");
            window.press("How it was counted, and the query").one(".explanation .query");
            sight.look("activity-explained");
            window.press("JSON");
            sight.look("activity-json");
            window.press("Withheld").one(".withheld-section");
            sight.look("activity-withheld");

            window.page("Sessions").one("#sessions .table-row-cell:filled");
            FxThread.call(() -> {
                ((TableView<?>) window.scene().lookup("#sessions"))
                        .getSelectionModel()
                        .select(1);
                return true;
            });
            window.one(".calls-chart .bar");
            sight.look("sessions-chosen");

            window.page("Cost").one(".cost-chart .bar");
            window.press("Over time").press("Cumulated");
            sight.look("cost-cumulated");
            window.press("Cumulated").press("Day").press("Where figures come from");
            sight.look("cost-days");

            assertThat(sight.problems()).isEmpty();
        }
    }
}
