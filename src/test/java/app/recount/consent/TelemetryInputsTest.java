package app.recount.consent;

import app.recount.HostileInputs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Files that fuzzing began with, and those that it found. */
class TelemetryInputsTest {

    @TestFactory
    Stream<DynamicTest> telemetry_json() {
        return HostileInputs.kept(TelemetryBytes.class, "TelemetryFuzz/decide", TelemetryBytes::decide);
    }
}
