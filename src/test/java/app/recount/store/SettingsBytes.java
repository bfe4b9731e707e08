package app.recount.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/** Any bytes as {@code settings.json}: what is understood is kept as it is. */
final class SettingsBytes {

    private SettingsBytes() {}

    static void read(byte[] bytes) {
        var parsed = JsonFile.parse(bytes);
        if (parsed.isEmpty() || !(parsed.get() instanceof ObjectNode root)) {
            return;
        }
        var settings = new SettingsJson().read(root);
        new SettingsJson().write(settings, root);
        var again = new SettingsJson();
        assertThat(again.read((ObjectNode) JsonFile.parse(JsonFile.pretty(root).getBytes(StandardCharsets.UTF_8))
                        .orElseThrow()))
                .isEqualTo(settings);
        assertThat(again.misunderstood()).isEmpty();
    }
}
