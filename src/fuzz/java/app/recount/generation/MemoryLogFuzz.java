package app.recount.generation;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Lines of claude-mem's log. */
class MemoryLogFuzz {

    @FuzzTest
    void log(byte[] bytes) throws Exception {
        TurnBytes.log(bytes);
    }
}
