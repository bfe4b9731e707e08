package app.recount.analysis;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@code prices.json}. */
class PricesFuzz {

    @FuzzTest
    void parse(byte[] bytes) {
        PriceBytes.parse(bytes);
    }
}
