package app.recount.session;

import app.recount.HostileInputs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Logs that fuzzing began with, and those that it found. */
class LogInputsTest {

    @TestFactory
    Stream<DynamicTest> claude_code() {
        return HostileInputs.kept(LogBytes.class, "ClaudeLogFuzz/read", LogBytes::claude);
    }

    @TestFactory
    Stream<DynamicTest> codex() {
        return HostileInputs.kept(LogBytes.class, "CodexLogFuzz/read", LogBytes::codex);
    }

    @TestFactory
    Stream<DynamicTest> amp() {
        return HostileInputs.kept(LogBytes.class, "AmpThreadFuzz/read", LogBytes::amp);
    }

    @TestFactory
    Stream<DynamicTest> compressed() {
        return HostileInputs.kept(LogBytes.class, "ZstdLogFuzz/read", LogBytes::zstd);
    }
}
