package app.recount.desktop.sight;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.desktop.FxThread;
import app.recount.desktop.Picture;
import app.recount.desktop.Window;
import app.recount.store.Settings.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Looks at what a window shows now, small and light and then larger and dark; keeps the pictures, and notes what is not whole or does not stand out. */
final class Sight {

    private static final Dimension2D SMALL = new Dimension2D(900, 600);
    private static final Dimension2D USUAL = new Dimension2D(1280, 800);

    private final Window window;
    private final List<String> problems = new ArrayList<>();

    Sight(Window window) {
        this.window = window;
    }

    /** @param state names the pictures */
    Sight look(String state) {
        for (var theme : themes()) {
            dress(theme);
            var size = theme == Theme.DARK ? USUAL : SMALL;
            var name = "%s-%.0f-%s".formatted(state, size.getWidth(), theme);
            note(name, window.inSize(size.getWidth(), size.getHeight(), scene -> problems(scene, name)));
        }
        return this;
    }

    /** The same of a window beside it, in the size that it has. */
    Sight lookAt(Supplier<Node> inWindow, String state) {
        for (var theme : themes()) {
            dress(theme);
            var name = state + "-" + theme;
            note(name, FxThread.call(() -> {
                var scene = inWindow.get().getScene();
                assertThat(scene.getPreferences().getColorScheme()).isEqualTo(ColorScheme.valueOf(theme.name()));
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                return problems(scene, name);
            }));
        }
        return this;
    }

    List<String> problems() {
        return problems;
    }

    private void note(String name, List<String> found) {
        found.stream().map(problem -> name + " " + problem).forEach(problems::add);
    }

    /** The one that is there first, because another is dear. */
    private List<Theme> themes() {
        return isDressed(Theme.DARK) ? List.of(Theme.DARK, Theme.LIGHT) : List.of(Theme.LIGHT, Theme.DARK);
    }

    private boolean isDressed(Theme theme) {
        return FxThread.call(() -> window.scene().getPreferences().getColorScheme())
                == ColorScheme.valueOf(theme.name());
    }

    private void dress(Theme theme) {
        if (!isDressed(theme)) {
            window.choose("View", "Theme", theme == Theme.DARK ? "Dark" : "Light")
                    .await(() -> isDressed(theme));
        }
    }

    static List<String> problems(Scene scene, String picture) {
        var seen = scene.snapshot(null);
        Picture.save(seen, "states/" + picture);
        return Stream.concat(CutTexts.in(scene).stream(), Contrast.tooLowIn(scene, seen).stream())
                .toList();
    }
}
