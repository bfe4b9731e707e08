package app.recount.desktop.cost;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands in the page's place as long as nothing was recorded: why, and the three ways to know more. */
final class NothingKnown extends ScrollPane {

    private final Texts texts;
    private final Button gather;
    private final Button install;

    NothingKnown(Desk desk, CostActions actions) {
        this.texts = desk.texts();
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        gather = Buttons.text(texts.get("cost.gather"), actions::gather);
        install = Buttons.text(texts.get("cost.install"), actions::installTable);
        var command = Labels.mono(texts.get("cost.record.command"));
        command.setMinWidth(0);
        var ways = new VBox(
                row(Feather.SEARCH, "gather", gather),
                row(
                        Feather.EDIT_3,
                        "record",
                        Buttons.text(texts.get("cost.record.copy"), actions::copyCommand),
                        command),
                row(Feather.DATABASE, "table", install));
        ways.getStyleClass().add("card-frame");
        ways.getChildren().getLast().getStyleClass().add("last");
        VBox.setMargin(ways, new Insets(12, 0, 0, 0));
        var column = new VBox(
                8,
                Labels.styled(texts.get("cost.none"), "counter"),
                Labels.paragraph(texts.get("cost.none.text"), "muted"),
                ways);
        column.setAlignment(Pos.CENTER);
        column.setMaxWidth(700);
        var pane = new StackPane(column);
        pane.getStyleClass().add("sessions-empty");
        setContent(pane);
    }

    /** Only the data directory's own database is gathered for, and only that one is changed. */
    void own(boolean own) {
        gather.setDisable(!own);
        install.setDisable(!own);
    }

    Button firstFocus() {
        return gather;
    }

    private HBox row(Feather icon, String key, Button button, Node... more) {
        var words = new VBox(
                2,
                Labels.strong(texts.get("cost.none." + key)),
                Labels.paragraph(texts.get("cost.none." + key + ".text"), "muted"));
        words.getChildren().addAll(more);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(14, Icons.of(icon), words, button);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("ruled-row", "cost-way");
        return row;
    }
}
