package app.recount.delivery;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@code receipts.jsonl}. */
class ReceiptsFuzz {

    @FuzzTest
    void read(byte[] bytes) throws Exception {
        FileBytes.receipts(bytes);
    }
}
