package app.recount.desktop.review;

import app.recount.consent.ReviewText;
import app.recount.delivery.BackfillPreview;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Prose;
import app.recount.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The statements that an approval names: what no look at the bytes can tell. */
final class StatementsCard {

    private static final String LOCATION = "2-location";

    private static final Map<String, Feather> ICONS = Map.of(
            "1-linked",
            Feather.LINK,
            LOCATION,
            Feather.MAP_PIN,
            "3-deletion",
            Feather.TRASH,
            "4-doubles",
            Feather.GIT_MERGE,
            "5-survivors",
            Feather.USERS,
            "6-worker",
            Feather.PAUSE_CIRCLE);

    private final CheckBox location;
    private final Card card;

    StatementsCard(ReviewText text, Texts texts, Consumer<Boolean> withoutLocation) {
        location = new CheckBox(texts.get("review.json.location"));
        location.setId("without-location");
        location.setAccessibleText(texts.get("review.json.location") + " " + texts.get("review.json.location.hint"));
        // fired by the user only; show() follows the preview
        location.setOnAction(event -> withoutLocation.accept(location.isSelected()));
        var rows = new VBox();
        for (var statement : text.statements()) {
            rows.getChildren().add(row(statement, texts));
        }
        last(rows.getChildren()).getStyleClass().add("last");
        card = new Card(texts.get("review.json.title")).body(rows);
        card.getStyleClass().add("statements");
    }

    Card node() {
        return card;
    }

    void show(BackfillPreview preview) {
        location.setSelected(preview.request().withoutLocation());
    }

    private HBox row(ReviewText.Statement statement, Texts texts) {
        var words = new VBox(6, Prose.led(statement.text()));
        if (statement.name().equals(LOCATION)) {
            var line = new HBox(location, Labels.muted(texts.get("review.json.location.hint")));
            line.setSpacing(4);
            words.getChildren().add(line);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(11, Icons.of(ICONS.getOrDefault(statement.name(), Feather.INFO)), words);
        row.getStyleClass().addAll("ruled-row", "statement");
        return row;
    }

    private static Node last(List<Node> rows) {
        return rows.getLast();
    }
}
