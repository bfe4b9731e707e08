package app.recount.desktop.analyses;

import app.recount.desktop.widget.Labels;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Names at the left and fields at the right of a form; further lines stand below a field. */
final class Fields extends GridPane {

    private static final double NAMES = 92;
    private static final double FIELD = 28;

    Fields() {
        getStyleClass().add("form-fields");
        var names = new ColumnConstraints(NAMES);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        values.setMinWidth(0);
        getColumnConstraints().addAll(names, values);
    }

    Fields row(String name, Node... nodes) {
        var label = Labels.plain(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(nodes[0]);
        if (nodes[0].getAccessibleText() == null) {
            nodes[0].setAccessibleText(name);
        }
        setValignment(label, VPos.TOP);
        setMargin(label, new Insets(5, 0, 0, 0));
        var box = new VBox(6, nodes);
        box.setFillWidth(true);
        box.setMinHeight(FIELD);
        box.setAlignment(
                Pos.CENTER_LEFT); // what is lower than a field, such as a check box, stands beside its name too
        addRow(getRowCount(), label, box);
        return this;
    }
}
