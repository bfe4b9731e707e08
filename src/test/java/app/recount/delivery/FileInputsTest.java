package app.recount.delivery;

import app.recount.HostileInputs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Markers and receipts that fuzzing began with, and those that it found. */
class FileInputsTest {

    @TestFactory
    Stream<DynamicTest> markers() {
        return HostileInputs.kept(FileBytes.class, "MarkerFuzz/read", FileBytes::marker);
    }

    @TestFactory
    Stream<DynamicTest> receipts() {
        return HostileInputs.kept(FileBytes.class, "ReceiptsFuzz/read", FileBytes::receipts);
    }
}
