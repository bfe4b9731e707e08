package app.recount.session;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** A log of Codex. */
class CodexLogFuzz {

    @FuzzTest
    void read(byte[] bytes) throws Exception {
        LogBytes.codex(bytes);
    }
}
