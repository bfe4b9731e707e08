package app.recount.desktop.review;

import app.recount.delivery.BackfillPreview;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** What a no does and does not stop, and the two ways to stop the rest. */
final class NotNowCard {

    private final Texts texts;
    private final Label text = Labels.paragraph("");
    private final FlowPane ways;
    private final Card card;

    NotNowCard(Texts texts, DeclineDialogs dialogs) {
        this.texts = texts;
        ways = new FlowPane(
                8,
                8,
                Buttons.text(texts.get("review.telemetry-off.button"), dialogs::askTelemetryOff),
                Buttons.text(texts.get("review.write-marker.button"), dialogs::askWriteMarker));
        card = new Card(texts.get("review.not-now.title")).body(text, ways);
    }

    Card node() {
        return card;
    }

    void show(BackfillPreview preview) {
        boolean stillSends = preview.consent().allowed();
        text.setText(texts.get(stillSends ? "review.not-now.text" : "review.not-now.already-off"));
        ways.setVisible(stillSends);
        ways.setManaged(stillSends);
    }
}
