package app.recount.delivery;

import java.util.List;

/** The append-only log {@code receipts.jsonl}. */
public final class ReceiptLog {

    /** Every entry that can be read, oldest first. */
    public List<Receipt> list() {
        throw new UnsupportedOperationException();
    }

    /** Proves the chain from the first entry to the last. */
    public Verification verify() {
        throw new UnsupportedOperationException();
    }
}
