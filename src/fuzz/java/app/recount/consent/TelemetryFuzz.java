package app.recount.consent;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@code telemetry.json}. */
class TelemetryFuzz {

    @FuzzTest
    void decide(byte[] bytes) throws Exception {
        TelemetryBytes.decide(bytes);
    }
}
