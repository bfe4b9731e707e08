package app.recount.session;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** A log of Claude Code. */
class ClaudeLogFuzz {

    @FuzzTest
    void read(byte[] bytes) throws Exception {
        LogBytes.claude(bytes);
    }
}
