package app.recount.desktop.sight;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.FxThread;
import app.recount.desktop.Picture;
import app.recount.desktop.Window;
import app.recount.desktop.analyses.RunHistory;
import app.recount.desktop.analyses.RunsWorld;
import app.recount.store.Settings.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Dimension2D;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/** Every page of the window with demo data, in both themes and several sizes; the pictures are for people to look at. */
class SightTest {

    /** The first is what a display of 1280×800 leaves where everything is shown at 150 %. */
    private static final List<Dimension2D> SIZES = List.of(
            new Dimension2D(853, 533),
            new Dimension2D(900, 600),
            new Dimension2D(1280, 800),
            new Dimension2D(2560, 1440));

    /** What is cut does not depend on the theme; what stands out does not depend on the size. */
    private static List<Dimension2D> sizes(Theme theme) {
        return theme == Theme.LIGHT ? SIZES : SIZES.subList(2, 3);
    }

    private static final List<String> PAGES =
            List.of("Activity", "Review & send", "Analyses", "Sessions", "Cost", "Receipts", "Settings");

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void every_text_of_every_page_is_whole_and_stands_out(Theme theme) {
        var found = new ArrayList<String>();
        try (var window = Window.inFreshHome(home).theme(theme).open(opened(theme), 600)) {
            window.press("Explore with demo data").one(".day-chart .bar");
            for (var page : PAGES) {
                open(window, page);
                for (var size : sizes(theme)) {
                    var name = "%s-%.0f".formatted(page.split(" ", -1)[0].toLowerCase(Locale.ROOT), size.getWidth());
                    window
                            .inSize(size.getWidth(), size.getHeight(), scene -> problems(scene, name + "-" + theme))
                            .stream()
                            .map(problem -> name + " " + problem)
                            .forEach(found::add);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void a_run_and_its_stages_are_whole_stand_out_and_are_reached(Theme theme) throws Exception {
        var found = new ArrayList<String>();
        try (var world = new RunsWorld(home)) {
            var live = RunHistory.write(world);
            try (var window =
                    Window.inHome(world.home(), world.clock()).theme(theme).open(opened(theme), 600)) {
                window.page("Analyses")
                        .await(() -> window.lookup(".runs .label").stream()
                                .map(Labeled.class::cast)
                                .anyMatch(label -> label.getText().contains(live.id())));
                window.await(() -> !window.lookup(".stage-bar").isEmpty());
                window.one(".findings-line .hyperlink");
                for (var size : sizes(theme)) {
                    var name = "run-%.0f".formatted(size.getWidth());
                    window
                            .inSize(size.getWidth(), size.getHeight(), scene -> problems(scene, name + "-" + theme))
                            .stream()
                            .map(problem -> name + " " + problem)
                            .forEach(found::add);
                }
                found.addAll(FocusWalk.through(window).problems());
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void f1_opens_the_chapter_about_the_page_in_front_and_escape_closes_it(Theme theme) {
        try (var window = Window.inFreshHome(home).theme(theme).open(990, 800)) {
            var robot = new FxRobot();
            window.page("Receipts");
            robot.push(KeyCode.F1);
            window.await(() -> help().isPresent());

            var found = FxThread.call(() -> problems(help().orElseThrow(), "help-" + theme));
            assertThat(found).isEmpty();
            assertThat(FxThread.call(() -> ((Text) help().orElseThrow().lookup(".help-chapter .title")).getText()))
                    .isEqualTo("Receipts");

            var chapter = FxThread.call(() -> help().orElseThrow().getFocusOwner());
            robot.push(KeyCode.TAB);
            window.await(() -> !chapter.isFocused());
            for (int stop = 0; stop < 40 && !chapter.isFocused(); stop++) {
                robot.push(KeyCode.TAB);
            }
            assertThat(chapter.isFocused())
                    .as("the keys that scroll are reached again")
                    .isTrue();

            robot.push(KeyCode.ESCAPE);
            window.await(() -> help().isEmpty());
        }
    }

    private static Optional<Scene> help() {
        return javafx.stage.Window.getWindows().stream()
                .map(javafx.stage.Window::getScene)
                .filter(scene -> scene.getRoot().getStyleClass().contains("help"))
                .findFirst();
    }

    @Test
    void every_page_is_walked_by_the_tab_key_alone() {
        var found = new ArrayList<String>();
        try (var window = Window.inFreshHome(home).open(990, 800)) {
            window.press("Explore with demo data").one(".day-chart .bar");
            for (var page : PAGES) {
                open(window, page);
                found.addAll(walked(window, page));
            }
            window.page("Activity");
            window.press("How it was counted, and the query").one(".explanation .query");
            found.addAll(walked(window, "explained"));
            window.press("JSON").one(".wire-view .list-cell:filled");
            found.addAll(walked(window, "JSON"));
            window.press("Withheld").one(".withheld-section");
            found.addAll(walked(window, "Withheld"));
        }
        assertThat(found).isEmpty();
    }

    private static List<String> walked(Window window, String what) {
        return FocusWalk.through(window).problems().stream()
                .map(problem -> what + " " + problem)
                .toList();
    }

    /** Where dividers stand depends on the size in which the window opened. */
    private static double opened(Theme theme) {
        return theme == Theme.LIGHT ? 900 : 1280;
    }

    private static List<String> problems(Scene scene, String name) {
        var picture = scene.snapshot(null);
        Picture.save(picture, "sight/" + name);
        return Stream.concat(CutTexts.in(scene).stream(), Contrast.tooLowIn(scene, picture).stream())
                .toList();
    }

    private static void open(Window window, String page) {
        window.page(page);
        switch (page) {
            case "Review & send" -> window.one("#send");
            case "Cost" -> window.one(".cost-chart .bar");
            case "Sessions" -> window.one("#sessions .table-row-cell:filled");
            default -> window.await(() -> true);
        }
    }
}
