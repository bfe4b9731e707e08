package app.recount.desktop.receipts;

import app.recount.delivery.Receipt;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Status;
import app.recount.text.Texts;
import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** A receipt in the words and shapes of the table. */
final class ReceiptWords {

    private ReceiptWords() {}

    static String entry(Receipt receipt, Texts texts) {
        return texts.get("receipts.entry." + receipt.kind().text());
    }

    /** How it ended, or what it consists of. */
    static String outcome(Receipt receipt, Texts texts) {
        return switch (receipt.kind()) {
            case ANSWER -> ending(receipt, texts).orElse("");
            case APPROVED -> texts.get("receipts.by-you");
            case DECLINED -> ending(receipt, texts).orElseGet(() -> texts.get("receipts.by-you"));
            case SENT -> texts.get("receipts.sent");
            case MARKER_WRITTEN -> texts.get("receipts.marker");
            case MENDED -> receipt.reason().orElse("");
        };
    }

    private static Optional<String> ending(Receipt receipt, Texts texts) {
        return receipt.outcome().map(word -> texts.get("receipts.outcome." + word));
    }

    static Node icon(Receipt receipt) {
        return switch (receipt.kind()) {
            case ANSWER -> Icons.of(status(receipt));
            case APPROVED -> Icons.of(Feather.CHECK);
            case SENT -> Icons.of(Feather.SEND);
            case MARKER_WRITTEN -> Icons.of(Feather.FLAG);
            case DECLINED -> receipt.outcome().isPresent() ? Icons.of(status(receipt)) : Icons.of(Feather.X);
            case MENDED -> Icons.of(Feather.TOOL, Status.CAUTION);
        };
    }

    static Status status(Receipt receipt) {
        return switch (receipt.outcome().orElse("")) {
            case "delivered", "nothing_to_do", Receipt.DONE -> Status.GOOD;
            case "refused", Receipt.FAILED -> Status.FAILURE;
            case "unknown" -> Status.CAUTION;
            default -> Status.NONE;
        };
    }

    /** The server's last word on a payload. */
    static Optional<String> answer(Receipt receipt) {
        return receipt.parts().isEmpty()
                ? Optional.empty()
                : receipt.parts()
                        .getLast()
                        .status()
                        .map(status -> status + " " + receipt.parts().getLast().answer());
    }
}
