package app.recount.desktop.widget;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** Buttons as toolbars and cards have them, 28 pixels high. */
public final class Buttons {

    private Buttons() {}

    public static Button text(String text, Runnable action) {
        var button = new Button(text);
        button.getStyleClass().add("tool");
        button.setMnemonicParsing(false);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    public static Button withIcon(Feather icon, String text, Runnable action) {
        var button = text(text, action);
        button.setGraphic(Icons.of(icon));
        return button;
    }

    /** A square button; {@code name} is its tooltip and what a screen reader says. */
    public static Button icon(Feather icon, String name, Runnable action) {
        var button = withIcon(icon, name, action);
        button.getStyleClass().add("square");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        name(button, name);
        return button;
    }

    /** A square without frame until the pointer is on it. */
    public static Button quiet(Feather icon, String name, Runnable action) {
        var button = icon(icon, name, action);
        button.getStyleClass().add("quiet");
        return button;
    }

    /** Both decisions of the review page: 36 pixels high, none of them prominent. */
    public static Button decision(String text, Runnable action) {
        var button = text(text, action);
        button.getStyleClass().add("decision");
        return button;
    }

    public static Hyperlink link(String text, Runnable action) {
        var link = new Hyperlink(Labels.harmless(text));
        link.setMinWidth(Hyperlink.USE_PREF_SIZE);
        link.setOnAction(event -> {
            link.setVisited(false);
            action.run();
        });
        return link;
    }

    /** Gives a control that shows no text a name for the eye and the ear. */
    public static void name(Node node, String name) {
        node.setAccessibleText(name);
        Tooltip.install(node, new Tooltip(name));
    }
}
