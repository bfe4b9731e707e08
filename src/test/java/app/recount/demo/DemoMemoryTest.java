package app.recount.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.recount.problem.ProblemException;
import app.recount.store.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMemoryTest {

    private static final Instant NOW = Instant.parse("2026-06-17T14:30:00Z");
    private static final long SEED = 7;
    private static final List<String> COUNTED =
            List.of("sdk_sessions", "observations", "session_summaries", "user_prompts", "compression_events");

    @TempDir
    Path temporary;

    @Test
    void a_new_folder_becomes_a_data_directory_that_only_its_owner_can_read() throws IOException {
        var demo = demo(NOW).in(temporary.resolve("deep/demo"), SEED);

        assertThat(demo.reused()).isFalse();
        assertThat(listing(demo.directory().path()))
                .containsOnlyKeys("claude-mem.db", "claude-mem.db-wal", "recount-demo.json", "telemetry.json");
        for (var file : listing(demo.directory().path()).keySet()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            demo.directory().path().resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void telemetry_is_decided_for_with_an_install_id_that_only_the_seed_decides() throws IOException {
        var first = telemetry(demo(NOW).in(temporary.resolve("first"), SEED));
        var later = telemetry(demo(NOW.plusSeconds(86_400)).in(temporary.resolve("later"), SEED));
        var other = telemetry(demo(NOW).in(temporary.resolve("other"), SEED + 1));

        assertThat(first.get("enabled")).isEqualTo("true");
        assertThat(first.get("installId"))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(later.get("installId")).isEqualTo(first.get("installId"));
        assertThat(other.get("installId")).isNotEqualTo(first.get("installId"));
    }

    @Test
    void the_same_seed_gives_the_same_rows_and_another_seed_others() throws Exception {
        assertThat(rows("first", SEED)).isEqualTo(rows("second", SEED)).isNotEqualTo(rows("third", SEED + 1));
    }

    @Test
    void nothing_outside_the_folder_changes() throws Exception {
        Files.writeString(temporary.resolve("neighbour.txt"), "untouched");
        demo(NOW).in(temporary.resolve("demo"), SEED);

        assertThat(listing(temporary)).containsOnlyKeys("demo", "neighbour.txt");
        assertThat(temporary.resolve("neighbour.txt")).hasContent("untouched");
    }

    @Test
    void an_empty_folder_is_used_and_one_that_is_not_is_refused_and_left_alone() throws IOException {
        var empty = Files.createDirectory(temporary.resolve("empty"));
        var full = Files.createDirectory(temporary.resolve("full"));
        Files.writeString(full.resolve("claude-mem.db"), "somebody's");

        assertThat(demo(NOW).in(empty, SEED).reused()).isFalse();
        assertRefused(full, SEED);
        assertThat(listing(full)).containsExactly(Map.entry("claude-mem.db", 10L));
    }

    @Test
    void a_file_in_place_of_the_folder_is_refused() throws IOException {
        assertRefused(Files.writeString(temporary.resolve("file"), "text"), SEED);
    }

    @Test
    void demo_data_of_the_same_seed_is_kept_as_it_is_and_of_another_seed_refused() throws Exception {
        var folder = temporary.resolve("demo");
        demo(NOW).in(folder, SEED);
        Files.writeString(folder.resolve("backfill.json"), "{}");
        var before = listing(folder);

        var again = demo(NOW.plusSeconds(86_400 * 30)).in(folder, SEED);

        assertThat(again.reused()).isTrue();
        assertThat(listing(folder)).isEqualTo(before);
        assertRefused(folder, SEED + 1);
        assertThat(listing(folder)).isEqualTo(before);
    }

    @Test
    void a_folder_that_was_left_half_done_is_finished() throws Exception {
        var folder = temporary.resolve("demo");
        var whole = demo(NOW).in(folder, SEED);
        Files.delete(whole.directory().database());
        Files.createDirectory(folder.resolve(".unfinished"));
        Files.writeString(folder.resolve(".unfinished/built.db"), "half a data");

        var finished = demo(NOW).in(folder, SEED);

        assertThat(finished.reused()).isFalse();
        assertThat(query(finished, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(listing(folder))
                .containsOnlyKeys("claude-mem.db", "claude-mem.db-wal", "recount-demo.json", "telemetry.json");
    }

    private static DemoMemory demo(Instant now) {
        return new DemoMemory(Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void assertRefused(Path folder, long seed) {
        assertThatThrownBy(() -> demo(NOW).in(folder, seed))
                .asInstanceOf(type(ProblemException.class))
                .extracting(e -> e.problem().code())
                .isEqualTo("DEMO_FOLDER_NOT_EMPTY");
    }

    private List<String> rows(String folder, long seed) throws SQLException, IOException {
        var demo = demo(NOW).in(temporary.resolve(folder), seed);
        var rows = new ArrayList<String>();
        for (var table : List.of("schema_versions", "pending_messages")) {
            rows.addAll(query(demo, "SELECT * FROM " + table));
        }
        for (var table : COUNTED) {
            rows.addAll(query(demo, "SELECT * FROM " + table));
        }
        return rows;
    }

    /** Asks a copy, so that opening the database does not change the folder that is looked at. */
    private List<String> query(DemoFolder demo, String sql) throws SQLException, IOException {
        var copy = Files.createDirectories(temporary.resolve("copies")).resolve("copy.db");
        Files.deleteIfExists(copy.resolveSibling("copy.db-wal"));
        Files.deleteIfExists(copy);
        Files.copy(demo.directory().path().resolve("claude-mem.db-wal"), copy.resolveSibling("copy.db-wal"));
        Files.copy(demo.directory().database(), copy);
        return DemoDatabaseTest.query(copy, sql);
    }

    private static Map<String, String> telemetry(DemoFolder demo) throws IOException {
        var json = JsonFile.parse(Files.readAllBytes(demo.directory().telemetryConfig()))
                .orElseThrow();
        return Map.of(
                "enabled",
                json.get("enabled").toString(),
                "installId",
                json.get("installId").asString());
    }

    /** Names and sizes. */
    private static Map<String, Long> listing(Path folder) throws IOException {
        var sizes = new TreeMap<String, Long>();
        try (var entries = Files.list(folder)) {
            for (var entry : entries.toList()) {
                sizes.put(entry.getFileName().toString(), Files.size(entry));
            }
        }
        return sizes;
    }
}
