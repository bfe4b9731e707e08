package app.recount.desktop.widget;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Running text in which some words stand out; it breaks its lines. */
public final class Prose extends TextFlow {

    private Prose(List<Text> pieces) {
        super(pieces.toArray(Text[]::new));
        getStyleClass().add("prose-flow");
        setAccessibleText(pieces.stream().map(Text::getText).collect(Collectors.joining()));
        setMinHeight(USE_PREF_SIZE);
    }

    public static Prose of(Text... pieces) {
        return new Prose(List.of(pieces));
    }

    /** A text whose first sentence stands out. */
    public static Prose led(String text) {
        int end = text.indexOf(". ") + 1;
        return end == 0 ? of(strong(text)) : of(strong(text.substring(0, end)), piece(text.substring(end)));
    }

    public static Text piece(String text, String... styleClasses) {
        var piece = new Text(Labels.harmless(text));
        piece.getStyleClass().add("prose");
        piece.getStyleClass().addAll(styleClasses);
        return piece;
    }

    public static Text strong(String text) {
        return piece(text, "strong");
    }

    public static Text muted(String text) {
        return piece(text, "muted");
    }
}
