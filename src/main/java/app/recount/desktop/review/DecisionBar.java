package app.recount.desktop.review;

import app.recount.delivery.BackfillPreview;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.text.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The one decision, always in sight: two buttons of the same weight, and why one of them sleeps. */
final class DecisionBar extends HBox {

    private final Texts texts;
    private final ReviewModel model;
    private final Label reason = Labels.plain("");
    private final Label approval = Labels.styled("", "muted", "small");
    private final Hyperlink view;
    private final HBox icon = new HBox();
    private final Button send;
    private final Button notNow;

    DecisionBar(Texts texts, ReviewModel model, Runnable onSend, Runnable onNotNow) {
        super(12);
        this.texts = texts;
        this.model = model;
        send = Buttons.decision(texts.get("review.decision.send", 0), onSend);
        send.setId("send");
        Enter.ignoredBy(send, () -> reason.setText(texts.get("review.decision.keys")));
        notNow = Buttons.decision(texts.get("review.decision.not-now"), onNotNow);
        notNow.setId("not-now");
        view = Buttons.link(texts.get("review.what.view"), model::openPayload);
        getStyleClass().add("decision-bar");
        setAlignment(Pos.CENTER_LEFT);
        icon.setAlignment(Pos.CENTER);
        reason.setMinWidth(0);
        reason.setWrapText(true);
        approval.setMinWidth(0);
        var first = new HBox(6, reason, view);
        first.setAlignment(Pos.BASELINE_LEFT);
        var lines = new VBox(first, approval);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        getChildren().addAll(icon, lines, send, notNow);
    }

    void show(BackfillPreview preview) {
        var inertia = model.inertia().get();
        send.setText(texts.get("review.decision.send", preview.sealed().eventCount()));
        send.setDisable(inertia.isPresent());
        reason.setText(reason(inertia, preview));
        boolean lookHelps = inertia.filter(why -> why == Inertia.NOT_LOOKED_AT || why == Inertia.CHANGED_SINCE_LOOK)
                .isPresent();
        view.setVisible(lookHelps);
        view.setManaged(lookHelps);
        approval.setText(
                texts.get("review.decision.approval", preview.sealed().digest().shortened()));
        approval.setVisible(preview.sendable());
        approval.setManaged(preview.sendable());
        icon.getChildren()
                .setAll(Icons.of(
                        inertia.isEmpty() ? Status.GOOD : inertia.get().needsHelp() ? Status.CAUTION : Status.NOTE));
        send.setAccessibleText(send.getText() + ". " + reason.getText());
        send.setAccessibleHelp(texts.get("review.decision.keys"));
    }

    private String reason(Optional<Inertia> inertia, BackfillPreview preview) {
        return inertia.map(why -> texts.get(
                        "review.inert." + why,
                        why == Inertia.BLOCKED
                                ? Obstacle.of(preview, texts).getFirst().message()
                                : ""))
                .orElseGet(() -> texts.get("review.decision.awake"));
    }
}
