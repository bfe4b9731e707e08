package app.recount.analysis;

import app.recount.HostileInputs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Files that fuzzing began with, and those that it found. */
class PriceInputsTest {

    @TestFactory
    Stream<DynamicTest> prices_json() {
        return HostileInputs.kept(PriceBytes.class, "PricesFuzz/parse", PriceBytes::parse);
    }
}
