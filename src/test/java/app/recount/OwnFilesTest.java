package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.MemoryFixture;
import app.recount.session.LogFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What stands in Recount's folder after everything was used, by a user whose files are open to all unless somebody says otherwise. */
@DisabledOnOs(OS.WINDOWS)
class OwnFilesTest {

    private static final Set<PosixFilePermission> OWNER = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    @TempDir
    Path folder;

    private Path home;
    private Path own;

    @BeforeEach
    void make_a_home() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        own = folder.resolve("own");
        MemoryFixture.memory()
                .session("2026-05-11T09:00:00Z")
                .observation("2026-05-11T09:30:00Z", MemoryFixture.text(400))
                .writeTo(Files.createDirectories(home.resolve(".claude-mem")));
        LogFixture.claude(home, "0b6f3a52-7f0e-4a8e-9a51-6f1f3c0a9d11", "/code/rivers")
                .call("2026-06-01T09:55:00Z", 1000, 100);
    }

    @Test
    @Proves(Promise.READABLE_BY_YOU)
    void no_file_and_no_folder_is_open_to_anybody_else() throws Exception {
        try (var tap = WireTap.answering(WireTap.TAKEN)) {
            var script = new ArrayList<>(List.of("preview --format json", "send --approve @digest"));
            script.addAll(OfflineTest.script(folder));
            var answer = new RecountProcess(folder, ScriptedRecount.class)
                    .withoutUmask()
                    .flag("-Dglass.platform=Headless")
                    .flag("-Dprism.order=sw")
                    .flag("-Djava.awt.headless=true")
                    .run(
                            Map.of(
                                    "HOME",
                                    home.toString(),
                                    "RECOUNT_HOME",
                                    own.toString(),
                                    "CLAUDE_MEM_TELEMETRY_KEY",
                                    "phc_test",
                                    "CLAUDE_MEM_TELEMETRY_HOST",
                                    tap.address().toString()),
                            Files.write(folder.resolve("script"), script).toString(),
                            "window");

            assertThat(answer.status()).as(answer.output() + answer.errors()).isZero();
            assertThat(tap.requests()).hasSize(1);
        }
        assertThat(openToAll(folder.resolve("open-to-all")))
                .as("the process made files without restraint")
                .isTrue();
        assertThat(openToOthers(own)).isEmpty();
        assertThat(own.resolve("approved")).isDirectoryContaining("glob:**.json");
        assertThat(own.resolve("recount.db")).exists();
        assertThat(own.resolve("receipts.jsonl")).exists();
        assertThat(own.resolve("settings.json")).exists();
        assertThat(openToOthers(folder.resolve("demo"))).as("demo data").isEmpty();
        assertThat(openToOthers(home.resolve(".claude-mem/backfill.json"))).isEmpty();
        assertThat(openToOthers(home.resolve(".claude-mem/telemetry.json"))).isEmpty();
    }

    private static List<String> openToOthers(Path root) throws IOException {
        try (var paths = Files.walk(root)) {
            var open = new ArrayList<String>();
            for (var path : paths.toList()) {
                var permissions = Files.getPosixFilePermissions(path);
                if (!OWNER.containsAll(permissions)) {
                    open.add(root.relativize(path) + " " + permissions);
                }
            }
            return open;
        }
    }

    private static boolean openToAll(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_WRITE);
    }
}
