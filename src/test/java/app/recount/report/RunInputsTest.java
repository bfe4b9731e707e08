package app.recount.report;

import app.recount.HostileInputs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Exports that fuzzing began with, and those that it found. */
class RunInputsTest {

    @TestFactory
    Stream<DynamicTest> yaml() {
        return HostileInputs.kept(RunBytes.class, "RunImportFuzz/yaml", RunBytes::yaml);
    }
}
