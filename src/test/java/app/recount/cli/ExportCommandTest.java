package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.faults.InChild;
import app.recount.faults.InChild.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Out and back in again. */
class ExportCommandTest {

    @TempDir
    Path folder;

    @AutoClose
    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
    }

    private void add(String line, String... more) {
        var answer = bench.run(Bench.words("analysis add " + line, more));
        assertThat(answer.status()).as(answer.errors()).isZero();
    }

    private void addThree() {
        add(
                "--source-id s-1 --tool claude-code --started-at 2026-05-01T10:00:00Z --completed-at 2026-05-01T10:02:00Z"
                        + " --tokens-in 900 --tokens-out 100 --cost-usd 0.50 --claims-extracted A-1,A-2"
                        + " --created-at 2026-05-01T10:00:00Z",
                "--notes",
                "=1+1 | \u001b[2J\nsecond line",
                "--stages-json",
                "[{\"stage\":\"one\",\"timestamp\":\"2026-05-01T10:01:00Z\",\"tokens_cumulative\":500,\"tokens_delta\":500}]");
        add("--source-id s-1 --tool codex --created-at 2026-05-02T10:00:00Z --status failed");
        add("--source-id s-2 --tool manual --created-at 2026-05-03T10:00:00Z --inputs-analysis-ids ANALYSIS-2026-001");
    }

    @Test
    void export_import_export_is_identical_byte_for_byte() throws IOException {
        addThree();
        var first = bench.run("export").output();
        var file = folder.resolve("runs.yaml");
        assertThat(bench.run("export", "--output", file.toString()).output()).isEmpty();
        assertThat(file).hasBinaryContent(first);

        try (var other = new Bench(folder.resolve("other"))) {
            var imported = other.run("import", file.toString());
            assertThat(imported.status()).as(imported.text()).isZero();
            assertThat(imported.text()).contains("3 added, 0 unchanged");
            assertThat(other.run("export").output()).isEqualTo(first);
            assertThat(other.run("import", file.toString()).text())
                    .isEqualTo("0 added, 3 unchanged, 0 conflicts, 0 unreadable.\n");
            assertThat(other.run("export").output()).isEqualTo(first);
        }
    }

    @Test
    void a_dry_run_imports_nothing() throws IOException {
        addThree();
        var file = folder.resolve("runs.yaml");
        bench.run("export", "--output", file.toString());

        try (var other = new Bench(folder.resolve("other"))) {
            assertThat(other.run("import", file.toString(), "--dry-run").text()).contains("3 would be added");
            assertThat(other.run("analysis", "list").text()).isEqualTo("No runs.\n");
        }
    }

    @Test
    void what_is_there_already_is_never_overwritten() throws IOException {
        addThree();
        var file = folder.resolve("runs.yaml");
        bench.run("export", "--output", file.toString());
        Files.writeString(file, Files.readString(file).replace("total_tokens: 1000", "total_tokens: 7"));
        var before = bench.run("export").text();

        var answer = bench.run("import", file.toString(), "--format", "json");

        assertThat(answer.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(answer.json().get("conflicts").asInt()).isOne();
        assertThat(answer.json().get("unchanged").asInt()).isEqualTo(2);
        var entry = answer.json().get("entries").get(0);
        assertThat(entry.get("outcome").asString()).isEqualTo("conflict");
        assertThat(entry.get("detail").toString()).contains("total_tokens").doesNotContain("tokens_in");
        assertThat(bench.run("export").text()).isEqualTo(before);
    }

    @Test
    void an_entry_that_cannot_be_read_does_not_keep_the_others_out() throws IOException {
        var file = folder.resolve("runs.yaml");
        Files.writeString(file, """
                claims: []
                analysis_logs:
                - {id: ANALYSIS-2026-001, source_id: a, status: completed, tool: claude, mood: good}
                - {id: ANALYSIS-2026-002, source_id: a, status: completed}
                """);

        var answer = bench.run("import", file.toString());

        assertThat(answer.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(answer.text())
                .contains(
                        "ANALYSIS-2026-001: added",
                        "“mood” left out",
                        "ANALYSIS-2026-002: unreadable: tool is missing");
        assertThat(answer.errors()).contains("claims");
        assertThat(bench.run("analysis", "get", "ANALYSIS-2026-001", "--format", "json")
                        .json()
                        .get("tool")
                        .asString())
                .isEqualTo("claude-code");
    }

    @Test
    @InChild(Surroundings.PERMISSIONS_COUNT)
    void what_may_not_be_read_or_leads_in_a_circle_is_told_in_words() throws IOException {
        var locked = Files.createFile(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        var circle = Files.createSymbolicLink(folder.resolve("circle"), folder.resolve("circle"));

        assertThat(cause(locked)).isEqualTo("This user may not do that with “%s”.".formatted(locked));
        assertThat(cause(circle)).isEqualTo("It is no file.");
    }

    private String cause(Path file) {
        return bench.run("import", file.toString(), "--format", "json")
                .error()
                .get("cause")
                .asString();
    }

    @Test
    void files_that_are_no_exports_are_refused_by_their_codes() throws IOException {
        var text = folder.resolve("text");
        Files.writeString(text, "just text");

        assertThat(code("import", folder.resolve("none").toString())).isEqualTo("IMPORT_NOT_FOUND");
        assertThat(code("import", folder.toString())).isEqualTo("IMPORT_NOT_FOUND");
        assertThat(code("import", text.toString())).isEqualTo("IMPORT_UNREADABLE");
        assertThat(code("export", "--output", folder.toString())).isEqualTo("EXPORT_NOT_WRITTEN");
        assertThat(code("export", "--output", folder.resolve("none/x").toString()))
                .isEqualTo("EXPORT_NOT_WRITTEN");
    }

    @Test
    void a_link_stays_where_an_export_goes_through_it() throws IOException {
        var file = folder.resolve("runs.yaml");
        var link = Files.createSymbolicLink(folder.resolve("link"), file);

        assertThat(bench.run("export", "--output", link.toString()).status()).isEqualTo(ExitStatus.DONE);

        assertThat(link).isSymbolicLink();
        assertThat(file).content().contains("analysis_logs");
    }

    private String code(String... line) {
        var answer = bench.run(Bench.words(line[0], Arrays.copyOfRange(line, 1, line.length)));
        assertThat(answer.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(answer.output()).isEmpty();
        assertThat(answer.errors()).doesNotContain("Exception");
        var again =
                Stream.concat(Stream.of(line), Stream.of("--format", "json")).toArray(String[]::new);
        return bench.run(again).error().get("code").asString();
    }

    @Test
    void each_form_is_written_and_can_be_narrowed() {
        addThree();

        assertThat(bench.run("export", "--format", "md").text())
                .startsWith("# Analysis Logs\n\n*Exported: 2026-06-01*\n")
                .contains("=1+1 \\| \uFFFD\\[2J second line |", "Total end-to-end", "| codex | 1 |");
        assertThat(bench.run("export", "--format", "csv").text())
                .contains("\"'=1+1 | \uFFFD[2J\nsecond line\"")
                .doesNotContain("\u001b");
        assertThat(bench.run("export", "--format", "json").json()).hasSize(3);
        assertThat(bench.run("export", "--format", "json", "--tool", "codex").json())
                .hasSize(1);
        assertThat(bench.run("export", "--format", "text").status()).isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(bench.run("export", "--now", "2026-07-08T00:00:00Z").text()).contains("# Generated: 2026-07-08\n");
    }
}
