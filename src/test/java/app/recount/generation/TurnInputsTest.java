package app.recount.generation;

import app.recount.HostileInputs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Lines that fuzzing began with, and those that it found. */
class TurnInputsTest {

    @TestFactory
    Stream<DynamicTest> logs() {
        return HostileInputs.kept(TurnBytes.class, "MemoryLogFuzz/log", TurnBytes::log);
    }

    @TestFactory
    Stream<DynamicTest> recorded_turns() {
        return HostileInputs.kept(TurnBytes.class, "TurnLinesFuzz/recorded", TurnBytes::recorded);
    }
}
