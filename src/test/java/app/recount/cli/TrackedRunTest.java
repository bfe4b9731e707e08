package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.session.LogFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Runs that count in real logs. */
class TrackedRunTest {

    private static final String ONE = "0b6f3a52-7f0e-4a8e-9a51-6f1f3c0a9d11";
    private static final String TWO = "1c7f3a52-7f0e-4a8e-9a51-6f1f3c0a9d22";

    @TempDir
    Path folder;

    @AutoClose
    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
    }

    private LogFixture claude(String session, String project) throws IOException {
        return LogFixture.claude(bench.userHome, session, project);
    }

    private JsonNode json(String line, String... more) {
        var answer = bench.run(Bench.words(line + " --format json", more));
        assertThat(answer.status()).as(answer.errors()).isZero();
        return answer.json();
    }

    @Test
    void each_stage_is_exactly_what_was_appended_before_its_mark() throws IOException {
        var log = claude(ONE, "/code/rivers").call("2026-06-01T09:55:00Z", 1000, 100);
        var start = bench.run(Bench.words("analysis start --source-id s-1 --tool claude-code --cwd /code/rivers"));
        assertThat(start.text()).isEqualTo("ANALYSIS-2026-001\n");
        assertThat(start.errors()).contains(ONE, "only active one of this folder", "1,100 tokens");

        log.call("2026-06-01T09:56:00Z", 2000, 200);
        assertThat(bench.run(Bench.words("analysis mark --id ANALYSIS-2026-001 --stage check_stage1"))
                        .text())
                .isEqualTo("ANALYSIS-2026-001, stage check_stage1: 2,200 tokens (2,000 in, 200 out).\n");
        log.call("2026-06-01T09:57:00Z", 30, 3).call("2026-06-01T09:57:30Z", 10, 1);
        bench.run(Bench.words("analysis mark --id ANALYSIS-2026-001 --stage check_stage2"));
        log.call("2026-06-01T09:58:00Z", 5, 5);
        var run = json("analysis complete --id ANALYSIS-2026-001 --estimate-cost");

        assertThat(run.get("tokens_baseline").asLong()).isEqualTo(1100);
        assertThat(run.get("tokens_final").asLong()).isEqualTo(1100 + 2200 + 44 + 10);
        assertThat(run.get("tokens_check").asLong()).isEqualTo(2254);
        assertThat(run.get("total_tokens").asLong()).isEqualTo(2254);
        assertThat(run.get("tokens_in").asLong()).isEqualTo(2045);
        assertThat(run.get("tokens_out").asLong()).isEqualTo(209);
        assertThat(run.get("stages").findValues("tokens_delta").toString()).isEqualTo("[2200, 44]");
        assertThat(run.get("stages").findValues("tokens_cumulative").toString()).isEqualTo("[3300, 3344]");
        assertThat(run.get("usage_session_id").asString()).isEqualTo(ONE);
        assertThat(run.get("usage_mode").asString()).isEqualTo("per_message_sum");
        assertThat(run.get("cost_usd").decimalValue()).isPositive();
    }

    @Test
    void two_sessions_that_may_be_meant_are_listed_and_none_is_taken() throws IOException {
        claude(ONE, "/code/rivers").call("2026-06-01T09:55:00Z", 1000, 100);
        claude(TWO, "/code/\u001blakes").call("2026-06-01T09:56:00Z", 10, 1);
        var line = "analysis start --source-id s-1 --tool claude-code --cwd /code/elsewhere";

        var text = bench.run(Bench.words(line));
        assertThat(text.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(text.output()).isEmpty();
        assertThat(text.errors())
                .contains("--usage-session-id", "--no-session", ONE, TWO, "rivers", "1,100", "2026-06-01T09:56:00Z")
                .doesNotContain("\u001b");

        var scripted = bench.run(Bench.words(line + " --format json"));
        assertThat(scripted.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(scripted.error().get("code").asString()).isEqualTo("SESSION_AMBIGUOUS");
        var candidates = scripted.error().get("candidates");
        assertThat(candidates.findValues("session_id").toString()).isEqualTo("[\"%s\", \"%s\"]".formatted(TWO, ONE));
        assertThat(candidates.get(1).get("project").asString()).isEqualTo("rivers");
        assertThat(candidates.get(1).get("tokens_so_far").asLong()).isEqualTo(1100);
        assertThat(json("analysis list")).isEmpty();
    }

    @Test
    void a_session_is_named_by_flag_or_by_variable_and_the_flag_wins() throws IOException {
        var one = claude(ONE, "/code/rivers").call("2026-06-01T09:55:00Z", 1000, 100);
        claude(TWO, "/code/lakes").call("2026-06-01T09:56:00Z", 10, 1);
        var line = "analysis start --source-id s-1 --tool claude-code";

        assertThat(json(line + " --usage-session-id " + ONE)
                        .get("tokens_baseline")
                        .asLong())
                .isEqualTo(1100);
        assertThat(json(line + " --usage-session-path " + one.file())
                        .get("usage_session_id")
                        .asString())
                .isEqualTo(ONE);
        bench.variables.put("RECOUNT_USAGE_SESSION_ID", TWO);
        assertThat(json(line).get("usage_session_id").asString()).isEqualTo(TWO);
        assertThat(json(line + " --usage-session-path " + one.file())
                        .get("usage_session_id")
                        .asString())
                .isEqualTo(ONE);
        bench.variables.remove("RECOUNT_USAGE_SESSION_ID");
        bench.variables.put("RECOUNT_USAGE_SESSION_PATH", one.file().toString());
        assertThat(json(line).get("usage_session_id").asString()).isEqualTo(ONE);
        assertThat(json(line + " --no-session").get("usage_session_id").isNull())
                .isTrue();
    }

    @Test
    void a_session_that_is_none_is_refused_by_its_code() {
        var line = "analysis start --source-id s-1 --tool claude-code --format json ";

        assertThat(code(line + "--usage-session-id x/../y")).isEqualTo("SESSION_ID_INVALID");
        assertThat(code(line + "--usage-session-id " + ONE)).isEqualTo("SESSION_NOT_FOUND");
        assertThat(code(line + "--usage-session-path /etc/passwd")).isEqualTo("SESSION_PATH_INVALID");
        assertThat(bench.run(Bench.words(line + "--no-session --usage-session-id " + ONE))
                        .status())
                .isEqualTo(ExitStatus.WRONG_USAGE);
    }

    private String code(String line) {
        var answer = bench.run(Bench.words(line));
        assertThat(answer.status()).isEqualTo(ExitStatus.REFUSED);
        return answer.error().get("code").asString();
    }

    @Test
    void a_log_that_vanished_makes_the_stage_unknown_and_the_run_goes_on() throws IOException {
        var log = claude(ONE, "/code/rivers").call("2026-06-01T09:55:00Z", 1000, 100);
        json("analysis start --source-id s-1 --tool claude-code");
        Files.delete(log.file());

        assertThat(bench.run(Bench.words("analysis mark --id ANALYSIS-2026-001 --stage one"))
                        .text())
                .contains("stage one: unknown. ");
        var run = json("analysis complete --id ANALYSIS-2026-001");
        assertThat(run.get("tokens_check").isNull()).isTrue();
        assertThat(run.get("usage_unknown_reason").asString()).isNotBlank();
    }

    @Test
    void sessions_are_listed_with_exactly_the_fields_that_scripts_rely_on() throws IOException {
        claude(ONE, "/code/rivers").call("2026-06-01T09:55:00Z", 1000, 100);
        LogFixture.codex(bench.userHome, TWO, "/code/lakes").call("2026-06-01T09:20:00Z", 20, 2);

        var listed = json("analysis sessions list --tool all");

        assertThat(listed.get(0).toString())
                .isEqualTo(("{\"tool\":\"claude\",\"session_id\":\"%s\",\"path\":\"%s\",\"project\":\"rivers\","
                                + "\"last_activity\":\"2026-06-01T09:55:00Z\",\"active\":true,\"state\":\"ok\","
                                + "\"model\":\"claude-opus-4-5\",\"tokens\":{\"input\":900,\"cache_read\":100,"
                                + "\"cache_write_5m\":0,\"cache_write_1h\":0,\"output\":100,\"reasoning_output\":0,"
                                + "\"calls\":1,\"total\":1100},\"subagents\":null,\"tokens_so_far\":1100}")
                        .formatted(ONE, claude(ONE, "/code/rivers").file()));
        assertThat(listed.get(1).get("tool").asString()).isEqualTo("codex");
        assertThat(listed.get(1).get("active").asBoolean()).isFalse();
        assertThat(json("analysis sessions list --tool all --limit 1")).hasSize(1);
        assertThat(json("analysis sessions list --tool claude-code")).hasSize(1);
        assertThat(json("analysis sessions list --tool amp")).isEmpty();
        assertThat(bench.run(Bench.words("analysis sessions list --tool amp")).text())
                .isEqualTo("No sessions.\n");
        assertThat(bench.run(Bench.words("analysis sessions list --tool all")).text())
                .contains("rivers", "active", "1,100", TWO);
        assertThat(json("analysis sessions list --tool codex --now 2026-06-01T09:21:00Z")
                        .get(0)
                        .get("active")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_window_counts_the_calls_of_its_time_both_ends_included() throws IOException {
        claude(ONE, "/code/rivers")
                .call("2026-06-01T09:01:00Z", 10, 1)
                .call("2026-06-01T09:02:00Z", 100, 2)
                .call("2026-06-01T09:03:00Z", 1000, 3);
        var line = "analysis sessions list --tool claude";

        assertThat(window(line + " --from 2026-06-01T09:02:00Z --to 2026-06-01T09:03:00Z"))
                .isEqualTo(1105);
        assertThat(window(line + " --to 2026-06-01T09:02:00Z")).isEqualTo(113);
        assertThat(window(line + " --from 2026-06-01T09:02:00.001Z")).isEqualTo(1003);
        assertThat(json(line).get(0).has("window")).isFalse();
        assertThat(bench.run(Bench.words(line + " --to 2026-06-01T09:02:00Z")).text())
                .contains("In the window", "113");
    }

    private long window(String line) {
        return json(line).get(0).get("window").get("total").asLong();
    }

    @Test
    void watch_says_in_one_line_how_a_run_stands() throws IOException {
        var log = claude(ONE, "/code/rivers").call("2026-06-01T09:55:00Z", 1000, 100);
        json("analysis start --source-id s-1 --tool claude-code");
        log.call("2026-06-01T09:58:00Z", 2000, 200);

        assertThat(bench.run(Bench.words("analysis watch --id ANALYSIS-2026-001 --once"))
                        .text())
                .startsWith("ANALYSIS-2026-001 · stage 1, +2,200 · 2,200 tokens")
                .endsWith("last line 2 min 0 s ago\n");
        var line = json("analysis watch --id ANALYSIS-2026-001 --once");
        assertThat(line.get("tokens").asLong()).isEqualTo(2200);
        assertThat(line.get("stalled").asBoolean()).isFalse();
    }

    @Test
    void a_run_moves_to_another_session_on_demand() throws IOException {
        claude(ONE, "/code/rivers").call("2026-06-01T09:55:00Z", 1000, 100);
        json("analysis start --source-id s-1 --tool claude-code");
        claude(TWO, "/code/lakes").call("2026-06-01T09:56:00Z", 10, 1);

        assertThat(json("analysis move --id ANALYSIS-2026-001 --usage-session-id " + TWO)
                        .get("usage_session_id")
                        .asString())
                .isEqualTo(TWO);
        assertThat(bench.run("analysis", "get", "ANALYSIS-2026-001").text()).contains("where the run was moved to");
        assertThat(code("analysis move --format json --id ANALYSIS-2026-001 --usage-session-id "
                        + "2d7f3a52-7f0e-4a8e-9a51-6f1f3c0a9d33"))
                .isEqualTo("SESSION_NOT_FOUND");
    }

    @Test
    void status_names_the_runs_that_are_open() throws IOException {
        assertThat(json("status").get("open_runs")).isEmpty();
        claude(ONE, "/code/rivers").call("2026-06-01T09:55:00Z", 1000, 100);
        json("analysis start --source-id s-1 --tool claude-code");
        json("analysis start --source-id s-2 --tool claude-code");
        json("analysis cancel --id ANALYSIS-2026-002");

        var open = json("status").get("open_runs");
        assertThat(open).hasSize(1);
        assertThat(open.get(0).get("id").asString()).isEqualTo("ANALYSIS-2026-001");
        assertThat(open.get(0).get("source_id").asString()).isEqualTo("s-1");
        assertThat(open.get(0).get("started_at").asString()).isEqualTo(Bench.NOW.toString());
        assertThat(bench.run("status", "--now", "2026-06-01T11:05:00Z").text())
                .contains("Open run", "ANALYSIS-2026-001", "s-1", "1 h 5 min");
    }
}
