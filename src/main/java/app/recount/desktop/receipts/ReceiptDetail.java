package app.recount.desktop.receipts;

import app.recount.delivery.Receipt;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Facts;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.StepButtons;
import app.recount.desktop.widget.Times;
import app.recount.payload.Digest;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The selected receipt with everything that it says, and the bytes that it is about. */
final class ReceiptDetail extends BorderPane {

    private final Desk desk;
    private final Texts texts;
    private final Label title = Labels.styled("", "strong", "frame-title");
    private final Label subtitle = Labels.whole(Labels.muted(""));
    private final Facts facts = new Facts();

    ReceiptDetail(Desk desk, ReceiptsModel model, BytesPane bytes) {
        this.desk = desk;
        this.texts = desk.texts();
        getStyleClass().add("receipt-detail");
        var steps = new StepButtons(texts.get("receipts.newer"), texts.get("receipts.older"), model::move);
        var header = new HBox(8, title, subtitle, Card.spring());
        header.getChildren().addAll(steps.nodes());
        header.setAlignment(Pos.CENTER_LEFT);
        subtitle.setMinWidth(0);
        title.setMinWidth(USE_PREF_SIZE);
        var top = new VBox(8, header, facts);
        top.getStyleClass().add("receipt-facts");
        setTop(top);
        setCenter(bytes);
        model.selected().subscribe(selected -> {
            show(selected);
            steps.update(model::mayMove);
        });
        model.visible().addListener((ListChangeListener<Receipt>) change -> steps.update(model::mayMove));
    }

    private void show(Optional<Receipt> selected) {
        facts.clear();
        title.setText(selected.map(receipt -> texts.get("receipts.number", receipt.number()))
                .orElseGet(() -> texts.get("receipts.none-selected")));
        subtitle.setText(
                selected.map(receipt -> ReceiptWords.entry(receipt, texts) + " · " + Times.second(receipt.time()))
                        .orElse(""));
        selected.ifPresent(this::fill);
    }

    private void fill(Receipt receipt) {
        if (receipt.outcome().isPresent()) {
            facts.row(
                    texts.get("receipts.column.outcome"),
                    Labels.status(ReceiptWords.status(receipt), ReceiptWords.outcome(receipt, texts)));
        }
        receipt.code().ifPresent(code -> facts.mono(texts.get("receipts.code"), code));
        receipt.reason().ifPresent(reason -> facts.row(texts.get("receipts.reason"), reason));
        ReceiptWords.answer(receipt)
                .ifPresent(answer -> facts.mono(texts.get("receipts.answer"), Figures.shortened(answer, 160, 1)));
        receipt.subject().ifPresent(this::fill);
        receipt.previous().ifPresent(hash -> hash("receipts.hash-before", hash));
        hash("receipts.hash", receipt.hash());
    }

    private void fill(Receipt.Subject subject) {
        facts.row(texts.get("review.what.destination.name"), subject.destination());
        facts.row(
                texts.get("receipts.subject"),
                texts.get(
                        "receipts.subject.line",
                        Figures.of(subject.events()),
                        subject.firstDay().toString(),
                        subject.throughDay().toString()));
        facts.row(
                texts.get("receipts.versions"),
                texts.get("receipts.versions.line", subject.payloadVersion(), subject.textVersion()));
        facts.row(texts.get("receipts.directory"), desk.paths().of(Path.of(subject.dataDirectory())));
    }

    private void hash(String key, Digest hash) {
        var label = Labels.mono(Figures.shortened(hash.hex(), 24, 12));
        Buttons.name(label, hash.hex());
        facts.row(texts.get(key), label);
    }
}
