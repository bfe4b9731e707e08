package app.recount.desktop.shell;

import app.recount.desktop.widget.Icons;
import java.util.List;
import java.util.Objects;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.Feather;

/**
 * Loads the faces of the window from their libraries: Roboto, whose figures are tabular by default (JavaFX cannot ask a face for
 * other figures than its default ones), and JetBrains Mono; and that of the icons.
 */
final class Fonts {

    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";
    private static final List<String> FACES = List.of(
            "roboto/Roboto-Regular.ttf",
            "roboto/Roboto-Medium.ttf",
            "roboto/Roboto-Bold.ttf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf");

    void load() {
        var _ = Icons.of(Feather.DATABASE); // the first icon loads theirs
        for (var face : FACES) {
            var address = Objects.requireNonNull(Fonts.class.getResource(FOLDER + face), face);
            Font.loadFont(address.toExternalForm(), 13);
        }
    }
}
