package app.recount.desktop.review;

import app.recount.delivery.MarkerState;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The marker as it stands in the file. */
final class MarkerCard {

    private MarkerCard() {}

    static Card of(MarkerState marker, Path file, Desk desk) {
        return of(marker.content(), file, desk);
    }

    static Card of(Optional<String> content, Path file, Desk desk) {
        var texts = desk.texts();
        var text = content.map(String::strip).filter(written -> !written.isEmpty());
        var copy =
                Buttons.withIcon(Feather.COPY, texts.get("review.marker.copy"), () -> text.ifPresent(desk.clipboard()));
        copy.setDisable(text.isEmpty());
        var show = Buttons.withIcon(
                Feather.FOLDER,
                texts.get("review.marker.show"),
                () -> desk.folders().show(file));
        var card = new Card(texts.get("review.marker.title"))
                .aside(Labels.styled(desk.paths().of(file), "muted", "mono"))
                .body(text.map(MarkerCard::inset).orElseGet(() -> empty(texts)));
        card.getChildren()
                .add(Rows.footer(List.of(
                        copy,
                        show,
                        Card.spring(),
                        Labels.styled(texts.get("review.marker.shared"), "muted", "small"))));
        return card;
    }

    private static Node inset(String text) {
        var inset = new VBox();
        inset.getStyleClass().add("inset");
        text.lines().forEach(line -> inset.getChildren().add(Rows.wire(line)));
        inset.setAccessibleText(text);
        return inset;
    }

    private static Node empty(Texts texts) {
        return Labels.paragraph(texts.get("review.marker.empty"), "muted");
    }
}
