package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.MemoryFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Native code comes from the packaged program itself, from nowhere that others could write to. */
@DisabledOnOs(OS.WINDOWS)
class NothingUnpackedIT {

    @TempDir
    Path folder;

    @Test
    @Proves(Promise.NATIVES_FROM_IMAGE)
    void it_reads_a_database_where_there_is_no_temporary_folder_at_all() throws Exception {
        var home = Files.createDirectories(folder.resolve("home"));
        MemoryFixture.memory()
                .session("2026-05-11T09:00:00Z")
                .writeTo(Files.createDirectories(home.resolve(".claude-mem")));

        var answer = PackagedRecount.with(folder, Map.of("HOME", home.toString()), "preview", "--format", "json")
                .env("RECOUNT_JAVA", System.getProperty("java.home"))
                .env("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + folder.resolve("nowhere"))
                .run();

        assertThat(answer.status()).as(answer.errors()).isZero();
        assertThat(answer.output()).contains("\"event_count\": 2");
        assertThat(folder.resolve("nowhere")).doesNotExist();
        assertThat(home.resolve(".openjfx")).doesNotExist();
    }
}
