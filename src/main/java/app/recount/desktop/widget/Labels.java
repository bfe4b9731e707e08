package app.recount.desktop.widget;

import app.recount.text.VisibleText;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/**
 * Labels in the few kinds of text that the window has. None of them obeys the text it shows, whoever wrote that, nor grows with it
 * beyond measure.
 */
public final class Labels {

    /** Half a page; each layout of the window measures a label several times over, and 5 000 characters already stop it for minutes. */
    private static final int LONGEST = 1_500;

    private Labels() {}

    public static Label plain(String text) {
        return styled(text);
    }

    public static Label muted(String text) {
        return styled(text, "muted");
    }

    public static Label strong(String text) {
        return styled(text, "strong");
    }

    /** Ids, keys, digests. */
    public static Label mono(String text) {
        return styled(text, "mono");
    }

    /** 18 pixels, the name of a page. */
    public static Label title(String text) {
        return styled(text, "title");
    }

    /** 20 pixels, a figure that stands for itself. */
    public static Label counter(String text) {
        return styled(text, "counter");
    }

    /** Running text that breaks its lines. */
    public static Label paragraph(String text, String... styleClasses) {
        var label = styled(new Paragraph(), text, styleClasses);
        label.getStyleClass().add("paragraph");
        return label;
    }

    /** A shape and a word in the status's colour for the shape. */
    public static Label status(Status status, String text) {
        return withIcon(Icons.of(status), text);
    }

    public static Label withIcon(Node icon, String text, String... styleClasses) {
        var label = styled(text, styleClasses);
        label.setGraphic(icon);
        return label;
    }

    public static Label styled(String text, String... styleClasses) {
        return styled(new Label(), text, styleClasses);
    }

    private static Label styled(Label label, String text, String... styleClasses) {
        label.textProperty().subscribe(said -> {
            if (said != null && !label.textProperty().isBound() && !said.equals(harmless(said))) {
                label.setText(harmless(said));
            }
        });
        label.setText(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** Lets the pointer read the whole text while there is no room for it. */
    public static <L extends Labeled> L whole(L labeled) {
        labeled.tooltipProperty()
                .bind(Bindings.createObjectBinding(
                        () -> labeled.isTextTruncated() && labeled.getText() != null
                                ? tooltip(labeled.getText())
                                : null,
                        labeled.textTruncatedProperty(),
                        labeled.textProperty()));
        return labeled;
    }

    /** A text as a label shows it: whole for all but a text that nobody would read to its end. */
    public static String harmless(String text) {
        return VisibleText.prose(text, LONGEST);
    }

    public static Tooltip tooltip(String text) {
        return new Tooltip(harmless(text));
    }

    /** While the text is shown shortened, the control that it is part of has all of it in a tooltip. */
    public static void tellWhole(Labeled text, Control owner) {
        text.textTruncatedProperty().subscribe(cut -> owner.setTooltip(cut ? tooltip(text.getText()) : null));
        text.textProperty().subscribe(now -> {
            if (text.isTextTruncated()) {
                owner.setTooltip(tooltip(now));
            }
        });
    }

    public static Label bound(ObservableValue<String> text, String... styleClasses) {
        var label = styled("", styleClasses);
        label.textProperty().bind(text.map(Labels::harmless));
        return label;
    }
}
