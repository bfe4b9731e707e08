package app.recount.desktop.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.desktop.Finder;
import app.recount.desktop.FxThread;
import app.recount.desktop.Picture;
import app.recount.desktop.shell.Look;
import app.recount.desktop.sight.Contrast;
import app.recount.desktop.sight.CutTexts;
import app.recount.store.Settings.Theme;
import app.recount.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;

/** The guide's window beside another one, by keys; the pictures are for people to look at. */
class HelpViewTest {

    private final FxRobot robot = new FxRobot();
    private final Finder help = new Finder(() -> helpScenes().findFirst().orElseThrow());

    @BeforeEach
    void start() {
        FxThread.start();
    }

    @AfterEach
    void close() {
        FxThread.call(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            return true;
        });
    }

    @Test
    void what_is_looked_for_is_chosen_by_keys_and_marked_and_escape_gives_the_chapters_back() {
        open(Theme.LIGHT, 960);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        assertThat(hasFocus(".filter-field")).isTrue();

        type("destination refused");
        help.labelled("Found in %d chapters".formatted(found().size()));
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        var second = found().get(1).place().chapter().title();
        FxThread.await(() -> title().equals(second) && isMarkInSight());

        robot.push(KeyCode.ESCAPE);
        FxThread.await(() -> marks().isEmpty() && hasFocus(".filter-field"));
        assertThat(title()).as("what is read stays").isEqualTo(second);
        assertThat(help.one(".help-chapters")).isInstanceOf(ChapterList.class);

        robot.push(KeyCode.ESCAPE);
        FxThread.await(() -> helpScenes().findAny().isEmpty());
    }

    @Test
    void escape_closes_the_window_also_from_the_list_of_chapters() {
        open(Theme.LIGHT, 960);
        var chapters = help.one(".help-chapters");
        FxThread.call(() -> {
            chapters.requestFocus();
            return chapters;
        });

        robot.push(KeyCode.ESCAPE);
        FxThread.await(() -> helpScenes().findAny().isEmpty());
    }

    @Test
    void a_click_shows_the_very_row_of_a_long_table() {
        open(Theme.LIGHT, 960);
        type("not_sqlite");
        robot.clickOn(help.one(".help-found .list-cell:filled"));

        FxThread.await(() -> title().equals("D") && isMarkInSight());
    }

    @Test
    void words_that_stand_nowhere_are_told_so() {
        open(Theme.LIGHT, 960);
        type("zebra");
        help.labelled("No chapter of any document has this word.");
        type("marker zebra");
        help.labelled("No chapter of any document has all of these words.");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void every_state_is_whole_and_stands_out(Theme theme) {
        open(theme, 960);
        look("chapters", theme);
        type("exit status");
        look("found", theme);
        robot.push(KeyCode.ENTER);
        look("chosen", theme);
        type("days_changed");
        robot.push(KeyCode.ENTER);
        look("code", theme);
        type("privacy");
        robot.push(KeyCode.ENTER);
        look("links", theme);
        type("zebra");
        look("none", theme);
        open(theme, 560);
        type("receipts");
        robot.push(KeyCode.ENTER);
        look("narrow", theme);
    }

    @Test
    void every_passage_of_every_chapter_has_its_place_on_the_page() {
        for (var place : new Documents().places()) {
            var chapter = place.chapter();
            int last = Passages.of(chapter).size() - 1;
            var view =
                    FxThread.call(() -> new ChapterView(chapter, link -> Optional.empty(), file -> Optional.empty()));

            assertThatCode(() -> view.top(last)).as(chapter.title()).doesNotThrowAnyException();
            assertThatThrownBy(() -> view.top(last + 1))
                    .as(chapter.title())
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private void open(Theme theme, double width) {
        close();
        FxThread.call(() -> {
            var main = new Stage();
            main.setScene(new Scene(new Pane(), 200, 100));
            new Look(new SimpleObjectProperty<>(theme)).dress(main.getScene());
            main.show();
            new HelpWindow(new Texts()).open("Receipts", main);
            var stage = (Stage) helpScenes().findFirst().orElseThrow().getWindow();
            stage.setWidth(width);
            return stage;
        });
        FxThread.await(() -> help.one(".help").getLayoutBounds().getWidth() > width - 20);
    }

    /** The robot of this platform presses keys but writes no letters. */
    private void type(String text) {
        var field = (TextField) help.one(".filter-field");
        FxThread.call(() -> {
            field.requestFocus();
            field.setText(text);
            return field;
        });
    }

    private void look(String state, Theme theme) {
        var root = help.one(".help");
        var problems = FxThread.call(() -> {
            var scene = root.getScene();
            Picture.of(scene);
            var picture = Picture.of(scene);
            Picture.save(picture, "help/%s-%s".formatted(state, theme.name().toLowerCase(Locale.ROOT)));
            return Stream.concat(CutTexts.in(scene).stream(), Contrast.tooLowIn(scene, picture).stream())
                    .toList();
        });
        assertThat(problems).as(state).isEmpty();
    }

    private List<Found> found() {
        var list = (FoundList) (ListView<?>) help.one(".help-found");
        return FxThread.call(() -> List.copyOf(list.getItems()));
    }

    private String title() {
        return ((Text) help.one(".help-chapter .title")).getText();
    }

    private boolean isMarkInSight() {
        var page = help.one(".scroll-pane");
        var seen = page.localToScene(page.getLayoutBounds());
        return marks().stream().anyMatch(mark -> seen.contains(mark.localToScene(mark.getBoundsInLocal())));
    }

    private List<Node> marks() {
        return help.lookup(".help-marks").stream()
                .filter(mark -> !((Path) mark).getElements().isEmpty())
                .toList();
    }

    private boolean hasFocus(String selector) {
        var node = help.one(selector);
        return FxThread.call(node::isFocused);
    }

    private static Stream<Scene> helpScenes() {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene.getRoot().getStyleClass().contains("help"));
    }
}
