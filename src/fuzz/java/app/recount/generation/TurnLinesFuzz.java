package app.recount.generation;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Recorded turns. */
class TurnLinesFuzz {

    @FuzzTest
    void recorded(byte[] bytes) {
        TurnBytes.recorded(bytes);
    }
}
