package app.recount.session;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** A thread of Amp. */
class AmpThreadFuzz {

    @FuzzTest
    void read(byte[] bytes) {
        LogBytes.amp(bytes);
    }
}
