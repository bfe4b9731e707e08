package app.recount.desktop.receipts;

import app.recount.delivery.Receipt;
import app.recount.desktop.review.ReviewPage;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Navigation;
import app.recount.desktop.shell.Workspace;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Facts;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.text.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What withdrawing can and cannot do: nothing can be deleted from here, so it offers what can be taken elsewhere. */
final class WithdrawPane extends VBox {

    private final Label installId = Facts.value();
    private final Label nowOn = Labels.plain("");
    private final Button copyId;
    private final Button copyRequest;

    WithdrawPane(Desk desk, ReceiptsModel model, Workspace workspace) {
        super(8);
        var texts = desk.texts();
        getStyleClass().add("withdraw");
        copyId = Buttons.withIcon(
                Feather.COPY,
                texts.get("receipts.withdraw.copy-id"),
                () -> model.lastSent().map(Receipt.Subject::installId).ifPresent(desk.clipboard()));
        copyRequest = Buttons.withIcon(
                Feather.COPY,
                texts.get("receipts.withdraw.copy-request"),
                () -> model.lastSent().map(sent -> request(sent, texts)).ifPresent(desk.clipboard()));
        var off = Buttons.link(
                texts.get("review.telemetry-off.button"),
                () -> desk.navigation().go(Navigation.REVIEW, ReviewPage.TELEMETRY_OFF));
        var fromNow = new FlowPane(4, 2, nowOn, Labels.muted("·"), off);
        fromNow.setAlignment(Pos.BASELINE_LEFT);
        getChildren()
                .addAll(
                        Labels.withIcon(Icons.of(Status.NOTE), texts.get("receipts.withdraw.title"), "strong"),
                        Labels.paragraph(texts.get("receipts.withdraw.text")),
                        new Facts()
                                .row(texts.get("receipts.install"), installId)
                                .row(texts.get("receipts.withdraw.from-now"), fromNow)
                                .row(texts.get("receipts.withdraw.ask"), texts.get("receipts.withdraw.ask.whom")),
                        actions(texts));
        model.ledger().subscribe(read -> showId(model.lastSent().map(Receipt.Subject::installId), texts));
        workspace.preview().subscribe(preview -> {
            nowOn.setText(preview.map(shown -> texts.say(shown.consent().detail()))
                    .orElseGet(() -> texts.get("receipts.unknown")));
            off.setDisable(preview.filter(shown -> shown.consent().allowed()).isEmpty());
        });
    }

    private FlowPane actions(Texts texts) {
        var more = Buttons.link(
                texts.get("receipts.withdraw.more"),
                () -> WithdrawDialog.show(texts, getScene().getWindow()));
        var actions = new FlowPane(8, 8, copyId, copyRequest, more);
        actions.setRowValignment(VPos.CENTER);
        return actions;
    }

    private void showId(Optional<String> id, Texts texts) {
        installId.getStyleClass().remove("mono");
        id.ifPresent(known -> installId.getStyleClass().add("mono"));
        installId.setText(id.orElseGet(() -> texts.get("receipts.withdraw.no-id")));
        copyId.setDisable(id.isEmpty());
        copyRequest.setDisable(id.isEmpty());
    }

    /** A letter to whoever runs the destination. */
    private static String request(Receipt.Subject sent, Texts texts) {
        return texts.get("receipts.withdraw.request", sent.installId(), sent.destination());
    }
}
