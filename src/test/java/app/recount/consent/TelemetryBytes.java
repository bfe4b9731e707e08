package app.recount.consent;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.consent.TelemetryConfig.Present;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;

/** Any bytes as {@code telemetry.json}: read, and decided upon, whatever they are. */
final class TelemetryBytes {

    private TelemetryBytes() {}

    static void decide(byte[] bytes) throws IOException {
        var folder = Files.createTempDirectory("recount-input");
        try {
            var path = Files.write(folder.resolve("telemetry.json"), bytes);
            var file = new TelemetryConfigFile(path);
            var before = file.read();
            file.decide(false, "b2c3", Instant.EPOCH);
            assertThat(file.read()).isInstanceOfSatisfying(Present.class, after -> {
                assertThat(after.enabled()).contains(false);
                assertThat(after.installId())
                        .isEqualTo(before instanceof Present present ? present.installId() : "b2c3");
            });
        } finally {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
