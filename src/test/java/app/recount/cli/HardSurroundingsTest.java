package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.faults.Folders;
import app.recount.faults.FullDisk;
import app.recount.faults.InChild;
import app.recount.faults.InChild.Surroundings;
import app.recount.faults.Points;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that writes, where there is no room or no right to: it works or says what is wrong, and what was there is whole. */
class HardSurroundingsTest {

    @TempDir
    Path folder;

    private Path original;

    @BeforeEach
    void fill_a_home() throws IOException {
        original = folder.resolve("original");
        try (var bench = new Bench(original).withMemory()) {
            run(bench, "analysis start --source-id s-1 --tool manual");
            run(bench, "preview");
            run(bench, "decline");
            run(bench, "export --output " + original.resolve("runs.yaml"));
        }
    }

    private static void run(Bench bench, String line) {
        var answer = bench.run(Bench.words(line));
        assertThat(answer.status()).as(line + "\n" + answer.errors()).isZero();
    }

    private static List<String> commands(Path place) {
        return List.of(
                "status",
                "preview",
                "analysis start --source-id s-2 --tool manual",
                "analysis mark --id ANALYSIS-2026-001 --stage one",
                "analysis complete --id ANALYSIS-2026-001",
                "analysis list",
                "analysis sessions list --tool all",
                "source add --id s-1 --title Title",
                "generation record --session new --turn 1 --outcome ok --at 2026-05-11T10:00:00Z",
                "generation list",
                "export --output " + place.resolve("runs.yaml"),
                "export --output " + place.resolve("new.csv") + " --format csv",
                "import " + place.resolve("import.yaml"),
                "decline",
                "decline --telemetry-off",
                "decline --write-marker",
                "receipts",
                "receipts verify",
                "generation install-table --yes",
                "demo " + place.resolve("demo"));
    }

    @Test
    void a_full_disk_at_a_few_sizes() throws Exception {
        Points.few("commands on a full disk", 2)
                .each((number, _) -> onAFullDisk(List.of(0, 4_500).get(number)));
    }

    @Test
    @Tag("stress")
    void a_full_disk_at_many_sizes() throws Exception {
        Points.many("commands on a full disk")
                .each((_, random) ->
                        onAFullDisk(random.nextBoolean() ? random.nextInt(5_000) : random.nextInt(200_000)));
    }

    private void onAFullDisk(int room) throws IOException {
        var place = copy();
        var export = Files.readAllBytes(place.resolve("runs.yaml"));
        var memory = Files.readAllBytes(place.resolve("user/.claude-mem/claude-mem.db"));
        var receipts = Files.readString(place.resolve("recount/receipts.jsonl"));
        try (var bench = new Bench(place);
                var _ = FullDisk.beyond(room)) {
            for (var line : commands(place)) {
                check(line, bench.run(Bench.words(line)));
            }
        }
        if (room == 0) {
            assertThat(place.resolve("runs.yaml")).hasBinaryContent(export);
            assertThat(place.resolve("user/.claude-mem/claude-mem.db")).hasBinaryContent(memory);
            assertThat(place.resolve("user/.claude-mem/backfill.json")).doesNotExist();
        }
        assertThat(Files.readString(place.resolve("recount/receipts.jsonl"))).startsWith(receipts);
        assertNothingHalf(place);
        assertThat(place.resolve("demo")).doesNotExist();
        assertWorksAgain(place);
        Folders.delete(place);
    }

    @Test
    @InChild(Surroundings.PERMISSIONS_COUNT)
    void a_home_and_a_data_directory_that_are_read_only() throws IOException {
        var place = copy();
        var before = content(place);
        try (var bench = new Bench(place)) {
            forbid(place, "r-x------", "r--------");
            for (var line : commands(place)) {
                check(line, bench.run(Bench.words(line)));
            }
        } finally {
            forbid(place, "rwx------", "rw-------");
        }
        assertThat(content(place)).isEqualTo(before);
        assertWorksAgain(place);
    }

    private Path copy() throws IOException {
        var place = Folders.copy(original, folder.resolve("copy"));
        Files.writeString(place.resolve("import.yaml"), """
                analysis_logs:
                - {id: ANALYSIS-2026-050, source_id: s-5, pass: 1, status: completed, tool: manual, created_at: 2026-05-01T00:00:00Z}
                """);
        return place;
    }

    private static void check(String line, Bench.Answer answer) {
        assertThat(answer.errors()).as(line).doesNotContain("UNEXPECTED", "should not", "Exception", "null");
        if (answer.status() != ExitStatus.DONE) {
            assertThat(answer.errors() + answer.text()).as(line).isNotBlank();
        }
    }

    private static void assertNothingHalf(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".tmp")
                            || name.contains("unreadable")
                            || name.contains("torn")
                            || name.contains("recount-backup-part")
                            || name.contains("unfinished")
                            || name.startsWith(".recount-"));
        }
    }

    private static void assertWorksAgain(Path place) throws IOException {
        try (var bench = new Bench(place)) {
            for (var line :
                    List.of("receipts verify", "source add --id s-7 --title Seven", "decline --telemetry-off")) {
                run(bench, line);
            }
            var list = bench.run(Bench.words("analysis get ANALYSIS-2026-001 --format json"));
            assertThat(list.status()).as(list.errors()).isZero();
        }
    }

    private static void forbid(Path place, String ofFolders, String ofFiles) throws IOException {
        List<Path> all;
        try (var walk = Files.walk(place)) {
            all = new ArrayList<>(walk.toList());
        }
        for (var path : all) {
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(Files.isDirectory(path) ? ofFolders : ofFiles));
        }
    }

    /** Names and contents, without what SQLite keeps beside an open file. */
    private static List<String> content(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            var all = new ArrayList<String>();
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                all.add(file + " " + bytes.length() + " " + bytes.hashCode());
            }
            return all;
        }
    }
}
