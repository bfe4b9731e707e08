package app.recount.desktop.receipts;

import app.recount.delivery.Receipt;
import app.recount.delivery.Verification;
import java.time.Instant;
import java.util.List;

/** The log as it was read: its entries, oldest first, and whether the chain held then. */
record Ledger(List<Receipt> receipts, Verification verification, Instant checkedAt) {

    Ledger {
        receipts = List.copyOf(receipts);
    }
}
