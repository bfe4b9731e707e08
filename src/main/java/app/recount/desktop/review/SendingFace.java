package app.recount.desktop.review;

import app.recount.consent.Approval;
import app.recount.delivery.SendStep;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.PageHeader;
import app.recount.text.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

/** Bytes are on their way: where the sending is, and the way out of its waiting. */
final class SendingFace {

    private final Texts texts;
    private final Label what = Labels.paragraph("", "strong");
    private final Label step = Labels.paragraph("");
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;
    private final Face face;

    SendingFace(Texts texts, ReviewWork work) {
        this.texts = texts;
        bar.setMaxWidth(Double.MAX_VALUE);
        cancel = Buttons.text(texts.get("review.sending.cancel"), () -> {
            work.cancelSending();
            cancelling();
        });
        face = new Face(
                new PageHeader(texts.get("review.title")).subtitle(texts.get("review.sending.subtitle")),
                new Card(texts.get("review.sending.subtitle"))
                        .body(what, bar, step, Labels.paragraph(texts.get("review.sending.note"), "muted"))
                        .footer(cancel));
    }

    Node node() {
        return face;
    }

    Node firstFocus() {
        return cancel;
    }

    void show(Approval approval) {
        cancel.setDisable(false);
        cancel.setText(texts.get("review.sending.cancel"));
        what.setText(texts.get(
                "review.sending.title",
                texts.get("review.done.events", approval.eventCount()),
                approval.destination()));
    }

    void showStep(Optional<SendStep> now) {
        step.setText(
                now.map(known -> texts.say(StepText.of(known))).orElseGet(() -> texts.get("review.sending.start")));
        bar.setProgress(now.map(StepText::fraction).orElse(-1.0));
        bar.setAccessibleText(step.getText());
    }

    private void cancelling() {
        cancel.setDisable(true);
        cancel.setText(texts.get("review.sending.cancelling"));
    }
}
