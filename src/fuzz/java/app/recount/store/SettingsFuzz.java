package app.recount.store;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** {@code settings.json}. */
class SettingsFuzz {

    @FuzzTest
    void read(byte[] bytes) {
        SettingsBytes.read(bytes);
    }
}
