package app.recount.desktop.receipts;

import app.recount.delivery.Receipt;
import app.recount.delivery.ReceiptProof;
import java.time.Instant;
import java.util.List;

/** The log as it was read: its entries, oldest first, and whether chain and stored bytes held then. */
record Ledger(List<Receipt> receipts, ReceiptProof proof, Instant checkedAt) {

    Ledger {
        receipts = List.copyOf(receipts);
    }
}
