package app.recount.desktop.review;

import app.recount.delivery.BackfillPreview;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import javafx.scene.layout.HBox;

/** Says that the history is one thing and claude-mem's live events another, while these are on. */
final class LiveCard {

    private LiveCard() {}

    static Card of(BackfillPreview preview, Texts texts, DeclineDialogs dialogs) {
        if (!preview.consent().allowed()) {
            return new Card(texts.get("review.ended.live.off.title"))
                    .body(Labels.paragraph(texts.get(
                            "review.ended.live.off.text", preview.consent().detail())));
        }
        return new Card(texts.get("review.ended.live.title"))
                .body(
                        Labels.paragraph(texts.get(
                                "review.ended.live.text", preview.consent().detail())),
                        new HBox(Buttons.text(texts.get("review.telemetry-off.button"), dialogs::askTelemetryOff)));
    }
}
