package app.recount.session;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** A compressed log. */
class ZstdLogFuzz {

    @FuzzTest
    void read(byte[] bytes) throws Exception {
        LogBytes.zstd(bytes);
    }
}
