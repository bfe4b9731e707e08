package app.recount.cli;

import static app.recount.memory.MemoryFixture.memory;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.MemoryFixture;
import app.recount.payload.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What generation cost, from recording a turn to the event that tells of it. */
class GenerationCommandTest {

    @TempDir
    Path folder;

    @AutoClose
    private Bench bench;

    @BeforeEach
    void start() throws IOException {
        bench = new Bench(folder);
    }

    private static MemoryFixture days() {
        return memory().session("2026-05-11T09:00:00Z")
                .session("2026-05-12T09:00:00Z")
                .session("2026-05-13T09:00:00Z")
                .session("2026-05-14T09:00:00Z");
    }

    private Bench.Answer record(String turn) {
        return bench.run(Bench.words("generation record " + turn));
    }

    private JsonNode preview() {
        var answer = bench.run("preview", "--format", "json");
        assertThat(answer.status()).as(answer.errors()).isZero();
        return answer.json();
    }

    private static List<String> figures(JsonNode preview) {
        var figures = new ArrayList<String>();
        preview.get("events").forEach(event -> {
            var properties = event.get("properties");
            properties.propertyNames().stream()
                    .filter(name -> name.startsWith("gen_"))
                    .forEach(name -> figures.add("%s %s %s"
                            .formatted(
                                    event.get("timestamp").asString().substring(0, 10),
                                    name,
                                    properties.get(name).decimalValue().toPlainString())));
        });
        return figures;
    }

    @Test
    void rows_on_three_days_are_summed_on_those_days_and_nowhere_else() {
        days().withTurns()
                .turn("a", 1, "2026-05-11T10:00:00Z", 1000, 200, 0.1)
                .turn("a", 2, "2026-05-11T11:00:00Z", 500, 100, 0.2)
                .turn("a", 3, "2026-05-12T11:00:00Z", null, null, null)
                .turn("b", 1, "2026-05-14T11:00:00Z", 7, 3, 0.000025)
                .writeTo(bench.directory.path());

        var preview = preview();

        assertThat(figures(preview))
                .containsExactly(
                        "2026-05-11 gen_tokens_input 1500",
                        "2026-05-11 gen_tokens_output 300",
                        "2026-05-11 gen_cost_usd 0.3",
                        "2026-05-14 gen_tokens_input 7",
                        "2026-05-14 gen_tokens_output 3",
                        "2026-05-14 gen_cost_usd 0.000025");
        assertThat(preview.get("payload_version").asInt()).isEqualTo(3);
        assertThat(preview.get("generation"))
                .extracting(each -> each.get("from").asString())
                .containsOnly("memory-database");
        assertThat(new String(bench.run("preview", "--format", "body").output(), StandardCharsets.UTF_8))
                .contains("\"gen_cost_usd\":0.3,", "\"gen_cost_usd\":0.000025,");
        assertThat(bench.run("preview").text()).contains("4 turns of the memory database");
    }

    @Test
    void without_a_row_the_bytes_are_those_of_version_2_whether_there_is_a_table_or_not() {
        var file = days().writeTo(bench.directory.path());
        var without = bench.run("preview", "--format", "body").output();
        delete(file);
        days().withTurns()
                .turn("a", 1, "2026-05-31T11:00:00Z", 7, 3, 0.5)
                .turn("a", 2, "2026-05-10T11:00:00Z", 7, 3, 0.5)
                .writeTo(bench.directory.path());

        assertThat(bench.run("preview", "--format", "body").output()).isEqualTo(without);
        assertThat(preview().get("payload_version").asInt()).isEqualTo(2);
        assertThat(preview().has("generation")).isFalse();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_marker_of_version_2_stays_current_until_a_turn_lies_in_the_window() throws IOException {
        days().writeTo(bench.directory.path());
        Files.writeString(bench.directory.marker(), """
                {"completedAt": "2026-05-20T00:00:00.000Z", "throughDay": "2026-05-17", "eventCount": 5, "installId": "x", "version": 2}
                """);
        assertThat(preview().get("marker").get("state").asString()).isEqualTo("current");

        record("--session a --turn 1 --outcome aborted --at 2026-05-31T00:00:00Z");
        assertThat(preview().get("marker").get("state").asString()).isEqualTo("current");

        record("--session a --turn 2 --outcome aborted --at 2026-05-12T00:00:00Z");
        assertThat(preview().get("marker").get("state").asString()).isEqualTo("older");
        assertThat(preview().get("payload_version").asInt()).isEqualTo(3);
        assertThat(figures(preview())).isEmpty();
    }

    @Test
    void recorded_turns_join_those_of_the_memory_database_and_none_counts_twice() {
        days().withTurns().turn("a", 1, "2026-05-11T10:00:00Z", 1000, 200, 0.1).writeTo(bench.directory.path());
        var before = Digest.of(bench.run("preview", "--format", "body").output());

        var again = record("--session a --turn 1 --tokens-input 9 --outcome ok --at 2026-05-11T10:00:00Z");
        assertThat(again.status()).isZero();
        assertThat(Digest.of(bench.run("preview", "--format", "body").output())).isEqualTo(before);

        record(
                "--session a --turn 2 --tokens-input 9 --cost-usd 0.05 --provider openrouter --outcome ok --at 2026-05-11T10:00:00Z");
        assertThat(figures(preview()))
                .containsExactly(
                        "2026-05-11 gen_tokens_input 1009",
                        "2026-05-11 gen_tokens_output 200",
                        "2026-05-11 gen_cost_usd 0.15");
        assertThat(bench.run("preview").text()).contains("1 turn of the memory database", "1 turn of recount.db");
    }

    @Test
    void turns_of_one_data_directory_never_enter_the_events_of_another() throws IOException {
        days().writeTo(bench.directory.path());
        var other = Files.createDirectory(folder.resolve("other"));
        days().writeTo(other);
        bench.run(Bench.words(
                "generation record --session a --turn 1 --tokens-input 9 --outcome ok --at 2026-05-11T10:00:00Z",
                "--data-dir",
                other.toString()));

        assertThat(preview().get("payload_version").asInt()).isEqualTo(2);
        var theirs = bench.run("preview", "--format", "json", "--data-dir", other.toString());
        assertThat(figures(theirs.json())).containsExactly("2026-05-11 gen_tokens_input 9");
        var foreign = bench.run(
                "preview",
                "--format",
                "json",
                "--database",
                other.resolve("claude-mem.db").toString());
        assertThat(foreign.json().get("payload_version").asInt()).isEqualTo(2);
    }

    @Test
    void lines_are_kept_one_by_one_and_the_bad_ones_are_named() throws IOException {
        var lines = Files.writeString(folder.resolve("turns.jsonl"), """
                {"memory_session_id": "a", "turn": 1, "tokens_input": 10, "outcome": "ok", "created_at_epoch": 1779012000}
                {"memory_session_id": "a", "turn": 2, "tokens_input": -1, "outcome": "ok"}
                {"memory_session_id": "a", "turn": 1, "tokens_input": 11, "outcome": "ok", "created_at_epoch": 1779012000}
                """);

        var answer = bench.run("generation", "record", "--lines", lines.toString(), "--format", "json");

        assertThat(answer.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(answer.json().get("added").asInt()).isEqualTo(1);
        assertThat(answer.json().get("refused").get(0).get("line").asInt()).isEqualTo(2);
        assertThat(answer.json().get("differing").get(0).get("turn").asInt()).isEqualTo(1);
        var listed = bench.run("generation", "list", "--format", "json").json();
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("tokens_input").asInt()).isEqualTo(10);
    }

    @Test
    void a_turn_that_is_not_told_whole_is_refused_with_a_reason() {
        var answer = bench.run("generation", "record", "--session", "a", "--outcome", "ok");

        assertThat(answer.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(answer.errors()).contains("turn is missing");
        assertThat(bench.run("generation", "record").status()).isEqualTo(ExitStatus.WRONG_USAGE);
    }

    @Test
    void an_estimate_stands_in_the_summary_and_never_in_a_payload() {
        days().writeTo(bench.directory.path());
        record("--session a --turn 1 --outcome ok --at 2026-05-11T10:00:00Z"
                + " --provider claude --model claude-opus-5 --tokens-input 1000000 --tokens-output 200000");

        var total = bench.run("generation", "--format", "json").json().get("total");
        assertThat(total.get("cost_usd").isNull()).isTrue();
        assertThat(total.get("estimate").get("cost_usd").decimalValue()).isEqualByComparingTo("10");
        assertThat(bench.run("generation", "--format", "json")
                        .json()
                        .get("estimate_prices")
                        .get("date")
                        .asString())
                .startsWith("20");
        assertThat(bench.run("generation").text()).contains("~10", "no part of the cost");

        assertThat(figures(preview()))
                .containsExactly("2026-05-11 gen_tokens_input 1000000", "2026-05-11 gen_tokens_output 200000");
        assertThat(bench.run("preview", "--format", "body").text()).doesNotContain("cost_usd", "estimate");
    }

    @Test
    void an_import_of_logs_is_part_of_the_summary_and_of_no_event() throws IOException {
        days().writeTo(bench.directory.path());
        var logs = Files.createDirectories(bench.directory.path().resolve("logs"));
        Files.writeString(logs.resolve("claude-mem-2026-05-11.log"), """
                [2026-05-11 10:00:00.000] [INFO ] [SDK   ] OpenRouter API usage {model=m, inputTokens=1000, outputTokens=200, totalTokens=1200, costUSD=0.1}
                [2026-05-11 10:00:01.000] [INFO ] [SDK   ] OpenRouter API usage {model=m, inputTokens=1000, outputTokens=200, totalTokens=1200, costUSD=0.2}
                """);
        var before = Digest.of(bench.run("preview", "--format", "body").output());

        var look = bench.run("generation", "import", "--zone", "UTC", "--dry-run");
        assertThat(look.text()).contains("2 found, 2 new would be kept");
        var done = bench.run("generation", "import", "--zone", "UTC", "--format", "json")
                .json();
        assertThat(done.get("leftovers").get("new").asInt()).isEqualTo(2);

        var summary = bench.run("generation", "--format", "json").json();
        assertThat(summary.get("total").get("cost_usd").decimalValue()).isEqualByComparingTo("0.3");
        assertThat(summary.get("days")
                        .get(0)
                        .get("shares")
                        .get(0)
                        .get("in_events")
                        .asBoolean())
                .isFalse();
        assertThat(bench.run("generation", "summary").text()).contains("openrouter-log", "0.3");
        assertThat(Digest.of(bench.run("preview", "--format", "body").output())).isEqualTo(before);
    }

    @Test
    void the_table_is_made_only_with_a_yes() throws IOException {
        var file = days().writeTo(bench.directory.path());
        var before = Files.readAllBytes(file);

        var look = bench.run("generation", "install-table");
        assertThat(look.text()).contains("CREATE TABLE IF NOT EXISTS compression_events", "Nothing was changed");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);

        var done = bench.run("generation", "install-table", "--yes", "--format", "json")
                .json();
        assertThat(done.get("changed").asBoolean()).isTrue();
        assertThat(Path.of(done.get("backup").asString())).exists();
        assertThat(bench.run("generation", "install-table", "--yes").text()).contains("Nothing is to be done");
        assertThat(preview().get("payload_version").asInt()).isEqualTo(2);

        assertThat(bench.run("generation", "install-table", "--undo", "--yes").status())
                .isZero();
        assertThat(bench.run("generation", "install-table", "--database", file.toString(), "--yes")
                        .status())
                .isEqualTo(ExitStatus.WRONG_USAGE);
    }

    @Test
    void nothing_that_is_told_looked_at_or_imported_changes_a_byte_of_the_memory_database() throws IOException {
        var file = days().writeTo(bench.directory.path());
        var before = Files.readAllBytes(file);

        bench.run("generation", "record", "--session", "a", "--turn", "1", "--outcome", "ok");
        bench.run("generation", "import");
        bench.run("generation");
        bench.run("preview");

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (var files = Files.list(bench.directory.path())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void lines_that_are_not_there_are_told_in_words() {
        var missing = folder.resolve("missing.jsonl");

        var error = bench.run("generation", "record", "--format", "json", "--lines", missing.toString())
                .error();

        assertThat(error.get("code").asString()).isEqualTo("INPUT_UNREADABLE");
        assertThat(error.get("cause").asString()).isEqualTo("There is no “%s”.".formatted(missing));
    }

    @Test
    void a_tilde_that_no_shell_has_replaced_is_the_home_folder_for_lines_too() throws IOException {
        Files.writeString(
                bench.environment().home().resolve("turns.jsonl"),
                "{\"memory_session_id\": \"s\", \"turn\": 7, \"outcome\": \"ok\", \"created_at_epoch\": 1780000000000}");

        assertThat(bench.run("generation", "record", "--lines=~/turns.jsonl").status())
                .isEqualTo(ExitStatus.DONE);
    }

    @Test
    void a_folder_of_logs_that_was_named_must_be_there() throws IOException {
        var missing = folder.resolve("missing");
        var file = Files.writeString(folder.resolve("file"), "");

        var none = bench.run("generation", "import", "--format", "json", "--logs", missing.toString());
        var noFolder = bench.run("generation", "import", "--format", "json", "--logs", file.toString());

        assertThat(none.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(none.error().get("code").asString()).isEqualTo("IMPORT_UNREADABLE");
        assertThat(none.error().get("cause").asString()).isEqualTo("There is no “%s”.".formatted(missing));
        assertThat(noFolder.error().get("cause").asString()).contains(file.toString());
    }
}
