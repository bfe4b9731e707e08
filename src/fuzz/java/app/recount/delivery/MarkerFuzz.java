package app.recount.delivery;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@code backfill.json}. */
class MarkerFuzz {

    @FuzzTest
    void read(byte[] bytes) throws Exception {
        FileBytes.marker(bytes);
    }
}
