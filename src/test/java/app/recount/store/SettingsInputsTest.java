package app.recount.store;

import app.recount.HostileInputs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Files that fuzzing began with, and those that it found. */
class SettingsInputsTest {

    @TestFactory
    Stream<DynamicTest> settings_json() {
        return HostileInputs.kept(SettingsBytes.class, "SettingsFuzz/read", SettingsBytes::read);
    }
}
