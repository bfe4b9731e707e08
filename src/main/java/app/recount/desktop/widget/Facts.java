package app.recount.desktop.widget;

import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Names at the left, values at the right, one row each. */
public final class Facts extends GridPane {

    private static final double FIELD_TEXT = 5;

    private final ColumnConstraints names = new ColumnConstraints();

    public Facts() {
        getStyleClass().add("facts");
        names.setMinWidth(Region.USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(0);
        getColumnConstraints().addAll(names, values);
    }

    /** Where cards stand one above the other, their values begin at one line. */
    public Facts namesOf(double width) {
        names.setMinWidth(width);
        return this;
    }

    /** A row with something to type in; its name stands as high as the text of the field. */
    public Facts field(String name, Node field) {
        row(name, field);
        setMargin(getChildren().get(getChildren().size() - 2), new Insets(FIELD_TEXT, 0, 0, 0));
        return this;
    }

    public Facts row(String name, Node value) {
        var label = Labels.muted(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(value);
        // a grid measures rows on a baseline without regard to wrapped lines, which then run into what follows
        GridPane.setValignment(label, VPos.TOP);
        GridPane.setValignment(value, VPos.TOP);
        addRow(getRowCount(), label, value);
        return this;
    }

    public Facts row(String name, String value) {
        return row(name, Labels.paragraph(value));
    }

    public Facts mono(String name, String value) {
        var label = Labels.whole(Labels.paragraph(value, "mono"));
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return row(name, label);
    }

    public void clear() {
        getChildren().clear();
    }

    /** The value's label in a row, for screens that change it. */
    public static Label value(String... styleClasses) {
        return Labels.paragraph("", styleClasses);
    }
}
