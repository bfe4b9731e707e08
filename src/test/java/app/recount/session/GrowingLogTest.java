package app.recount.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that gains more while it is read than was read of it. */
class GrowingLogTest {

    @TempDir
    Path folder;

    @Test
    void a_reading_ends_where_the_log_ended_when_it_began_and_the_next_one_has_the_rest() throws IOException {
        var log = Files.writeString(folder.resolve("log.jsonl"), "first\n");
        var read = new StringBuilder();
        try (var in = LogFile.open(log, 0)) {
            var piece = new byte[3];
            for (int length = in.read(piece); length > 0; length = in.read(piece)) {
                read.append(new String(piece, 0, length, UTF_8));
                Files.writeString(log, "one more\n", StandardOpenOption.APPEND);
            }
        }
        assertThat(read).hasToString("first\n");

        try (var in = LogFile.open(log, read.length())) {
            assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("one more\n".repeat(2));
        }
    }
}
