package app.recount.desktop.review;

import app.recount.delivery.Receipt;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Prose;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.Times;
import app.recount.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The receipts of one sending as a short history. */
final class HappenedCard {

    private HappenedCard() {}

    static Card of(List<Receipt> receipts, Texts texts, ReviewWork work) {
        var rows = new VBox();
        receipts.forEach(receipt -> rows.getChildren().add(row(receipt, texts, work)));
        rows.getChildren().getLast().getStyleClass().add("last");
        return new Card(texts.get("review.ended.happened.title"))
                .aside(texts.get(
                        "review.ended.happened.aside",
                        Times.minute(receipts.getFirst().time()).substring(0, "2026-01-01".length())))
                .body(rows);
    }

    private static HBox row(Receipt receipt, Texts texts, ReviewWork work) {
        var time = Labels.muted(Times.clock(receipt.time()));
        time.setMinWidth(HBox.USE_PREF_SIZE);
        var what = Prose.of(Prose.piece(words(receipt, texts)), Prose.piece(detail(receipt), "muted", "mono"));
        HBox.setHgrow(what, Priority.ALWAYS);
        var link = Buttons.link(
                texts.get("review.ended.happened.receipt", receipt.number()), () -> work.openReceipt(receipt.number()));
        var row = new HBox(12, Icons.of(icon(receipt), status(receipt)), time, what, link);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("ruled-row", "happened");
        return row;
    }

    private static String words(Receipt receipt, Texts texts) {
        return texts.get(
                "review.happened." + receipt.kind().text(), receipt.outcome().orElse(""));
    }

    /** What the entry adds: the digest approved, the server's last answer, or why it went wrong. */
    private static String detail(Receipt receipt) {
        var text = switch (receipt.kind()) {
            case APPROVED -> receipt.subject().map(subject -> subject.digest().shortened());
            case ANSWER ->
                receipt.code()
                        .or(() -> receipt.parts().isEmpty()
                                ? Optional.empty()
                                : Optional.of(answer(receipt.parts().getLast())));
            case SENT, MARKER_WRITTEN, DECLINED, MENDED -> receipt.reason();
        };
        return text.map(detail -> "  " + detail).orElse("");
    }

    private static String answer(Receipt.Part part) {
        return part.status().map(status -> status + " " + part.answer()).orElse("");
    }

    private static Status status(Receipt receipt) {
        return switch (receipt.outcome().orElse("")) {
            case "", "delivered", "nothing_to_do" -> Status.GOOD;
            case "refused" -> Status.FAILURE;
            case "unknown" -> Status.CAUTION;
            default -> Status.NOTE;
        };
    }

    private static Feather icon(Receipt receipt) {
        var status = status(receipt);
        return status == Status.GOOD ? Feather.CHECK : status.icon();
    }
}
