package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs without a session: what does not depend on logs. */
class RunCommandsTest {

    @TempDir
    Path folder;

    @AutoClose
    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
    }

    private String start(String... more) {
        var answer = bench.run(Bench.words("analysis start --source-id s-1 --tool codex --no-session", more));
        assertThat(answer.status()).as(answer.errors()).isZero();
        return answer.text().strip();
    }

    @Test
    void start_prints_the_bare_id_and_says_the_rest_elsewhere() {
        var answer = bench.run(Bench.words("analysis start --source-id s-1 --tool codex --no-session"));

        assertThat(answer.status()).isZero();
        assertThat(answer.text()).isEqualTo("ANALYSIS-2026-001\n");
        assertThat(answer.errors()).contains("unknown").contains("without a session");
        assertThat(start()).isEqualTo("ANALYSIS-2026-002");
    }

    @Test
    void start_prints_the_whole_run_as_json() {
        var run = bench.run(Bench.words(
                        "analysis start --source-id s-1 --tool claude --no-session --model m --cmd check --notes n"
                                + " --format json"))
                .json();

        assertThat(run.get("id").asString()).isEqualTo("ANALYSIS-2026-001");
        assertThat(run.get("status").asString()).isEqualTo("started");
        assertThat(run.get("tool").asString()).isEqualTo("claude-code");
        assertThat(run.get("model").asString()).isEqualTo("m");
        assertThat(run.get("command").asString()).isEqualTo("check");
        assertThat(run.get("notes").asString()).isEqualTo("n");
        assertThat(run.get("pass").asInt()).isOne();
        assertThat(run.get("tokens_baseline").isNull()).isTrue();
        assertThat(run.get("stages")).isEmpty();
        assertThat(run.get("usage_unknown_reason").asString()).isNotBlank();
    }

    @Test
    void a_stage_without_a_count_is_unknown_with_its_reason() {
        var id = start();

        var answer = bench.run("analysis", "mark", "--id", id, "--stage", "one", "--notes", "read it");

        assertThat(answer.status()).isZero();
        assertThat(answer.text()).startsWith(id + ", stage one: unknown. ");
        var stage = bench.run("analysis", "get", id, "--format", "json")
                .json()
                .get("stages")
                .get(0);
        assertThat(stage.get("stage").asString()).isEqualTo("one");
        assertThat(stage.get("tokens_delta").isNull()).isTrue();
        assertThat(stage.get("notes").asString()).isEqualTo("read it");
    }

    @Test
    void complete_takes_lists_between_commas() {
        var id = start();

        var run = bench.run(
                        "analysis",
                        "complete",
                        "--id",
                        id,
                        "--claims-extracted",
                        "A-1, A-2,",
                        "--claims-updated",
                        "A-3",
                        "--inputs-source-ids",
                        "s-1,s-2",
                        "--analysis-file",
                        "a.md",
                        "--notes",
                        "done",
                        "--format",
                        "json")
                .json();

        assertThat(run.get("status").asString()).isEqualTo("completed");
        assertThat(run.get("claims_extracted").toString()).isEqualTo("[\"A-1\",\"A-2\"]");
        assertThat(run.get("claims_updated").toString()).isEqualTo("[\"A-3\"]");
        assertThat(run.get("inputs_source_ids").toString()).isEqualTo("[\"s-1\",\"s-2\"]");
        assertThat(run.get("analysis_file").asString()).isEqualTo("a.md");
        assertThat(run.get("completed_at").asString()).isEqualTo(Bench.NOW.toString());
    }

    @Test
    void a_list_that_is_not_given_stays_and_one_without_an_id_is_taken_away() {
        var id = start();
        bench.run("analysis", "complete", "--id", id, "--claims-extracted", "A-1", "--claims-updated", "A-2");
        bench.run("analysis", "reopen", "--id", id);

        var run = bench.run("analysis", "complete", "--id", id, "--claims-updated", "", "--format", "json")
                .json();

        assertThat(run.get("claims_extracted").toString()).isEqualTo("[\"A-1\"]");
        assertThat(run.get("claims_updated").toString()).isEqualTo("[]");
    }

    @Test
    void a_run_ends_once_and_can_be_opened_again() {
        var id = start();

        assertThat(bench.run("analysis", "cancel", "--id", id, "--notes", "no time")
                        .text())
                .contains("canceled", "no time");
        var again = bench.run("analysis", "mark", "--id", id, "--stage", "late", "--format", "json");
        assertThat(again.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(again.error().get("code").asString()).isEqualTo("RUN_NOT_OPEN");

        assertThat(bench.run("analysis", "reopen", "--id", id).status()).isZero();
        assertThat(bench.run("analysis", "reopen", "--id", id, "--format", "json")
                        .error()
                        .get("code")
                        .asString())
                .isEqualTo("RUN_NOT_ENDED");
        assertThat(bench.run("analysis", "fail", "--id", id, "--format", "json")
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analysis get ANALYSIS-2026-009",
                "analysis mark --id ANALYSIS-2026-009 --stage x",
                "analysis complete --id ANALYSIS-2026-009",
                "analysis cancel --id ANALYSIS-2026-009",
                "analysis reopen --id ANALYSIS-2026-009",
                "analysis watch --id ANALYSIS-2026-009 --once",
                "analysis move --id ANALYSIS-2026-009 --usage-session-id 0b6f3a52-7f0e-4a8e-9a51-6f1f3c0a9d11"
            })
    void a_run_that_does_not_exist_is_refused(String line) {
        var answer = bench.run(Bench.words(line + " --format json"));

        assertThat(answer.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(answer.output()).isEmpty();
        assertThat(answer.error().get("code").asString()).isEqualTo("RUN_NOT_FOUND");
    }

    @Test
    void the_list_is_newest_first_and_can_be_narrowed() {
        start();
        bench.run(Bench.words("analysis start --source-id s-2 --tool amp --no-session"));
        bench.run(Bench.words("analysis cancel --id ANALYSIS-2026-001"));

        assertThat(ids("analysis list")).isEqualTo("[\"ANALYSIS-2026-002\",\"ANALYSIS-2026-001\"]");
        assertThat(ids("analysis list --limit 1")).isEqualTo("[\"ANALYSIS-2026-002\"]");
        assertThat(ids("analysis list --source-id s-1")).isEqualTo("[\"ANALYSIS-2026-001\"]");
        assertThat(ids("analysis list --tool amp")).isEqualTo("[\"ANALYSIS-2026-002\"]");
        assertThat(ids("analysis list --status canceled")).isEqualTo("[\"ANALYSIS-2026-001\"]");
        assertThat(ids("analysis list --status draft")).isEqualTo("[]");
        assertThat(bench.run("analysis", "list").text()).contains("Run ", "ANALYSIS-2026-001", "canceled");
        assertThat(bench.run("analysis", "list", "--status", "draft").text()).isEqualTo("No runs.\n");
    }

    private String ids(String line) {
        return bench.run(Bench.words(line + " --format json"))
                .json()
                .findValues("id")
                .toString()
                .replace(", ", ",");
    }

    @Test
    void a_synthesis_shows_what_all_of_it_took() {
        start();
        start();
        bench.run(Bench.words("analysis complete --id ANALYSIS-2026-001 --tokens-final 100"));
        bench.run(Bench.words(
                "analysis complete --id ANALYSIS-2026-002 --inputs-analysis-ids ANALYSIS-2026-001,ANALYSIS-2026-009"));

        var whole = bench.run("analysis", "get", "ANALYSIS-2026-002", "--format", "json")
                .json()
                .get("end_to_end");

        assertThat(whole.get("tokens").isNull()).isTrue();
        assertThat(whole.get("inputs").findValues("exists").toString()).isEqualTo("[true, false]");
        assertThat(bench.run("analysis", "get", "ANALYSIS-2026-002").text())
                .contains("ANALYSIS-2026-009", "All together");
    }

    @Test
    void what_was_noted_cannot_steer_the_terminal() {
        var id = start("--notes", "\u001b[2Jgone");
        bench.run("analysis", "mark", "--id", id, "--stage", "a\u202eb");

        for (var line : new String[] {"analysis get " + id, "analysis list", "status"}) {
            assertThat(bench.run(Bench.words(line)).text()).doesNotContain("\u001b", "\u202e");
        }
        assertThat(bench.run("analysis", "get", id).text()).contains("\\u001B[2Jgone", "a\\u202Eb");
    }

    @Test
    void sources_are_registered_and_listed() {
        assertThat(bench.run("source", "list").text()).isEqualTo("No sources.\n");
        bench.run("source", "add", "--id", "s-2", "--title", "Second");
        bench.run("source", "add", "--id", "s-1", "--title", "Old");

        assertThat(bench.run("source", "add", "--id", "s-1", "--title", "First").text())
                .isEqualTo("s-1: First\n");
        assertThat(bench.run("source", "list", "--format", "json").json().toString())
                .isEqualTo("[{\"id\":\"s-1\",\"title\":\"First\"},{\"id\":\"s-2\",\"title\":\"Second\"}]");
        assertThat(bench.run("source", "list").text()).contains("s-1", "First");
    }

    @Test
    void a_run_that_has_ended_is_shown_once_by_watch() {
        var id = start();
        bench.run("analysis", "complete", "--id", id, "--tokens-final", "100");

        assertThat(bench.run("analysis", "watch", "--id", id).text()).startsWith(id + " · completed · ");
        var line =
                bench.run("analysis", "watch", "--id", id, "--format", "json").json();
        assertThat(line.get("status").asString()).isEqualTo("completed");
    }
}
