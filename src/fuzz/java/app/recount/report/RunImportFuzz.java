package app.recount.report;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** An export of runs. */
class RunImportFuzz {

    @FuzzTest
    void yaml(byte[] bytes) {
        RunBytes.yaml(bytes);
    }
}
