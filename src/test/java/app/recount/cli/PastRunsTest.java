package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.session.LogFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Runs that are entered, checked and completed after the fact. */
class PastRunsTest {

    private static final String ONE = "0b6f3a52-7f0e-4a8e-9a51-6f1f3c0a9d11";

    @TempDir
    Path folder;

    @AutoClose
    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder);
    }

    private LogFixture log() throws IOException {
        return LogFixture.claude(bench.userHome, ONE, "/code/rivers")
                .call("2026-05-01T10:00:00Z", 10, 1)
                .call("2026-05-01T10:01:00Z", 1000, 100)
                .call("2026-05-01T10:02:00Z", 2000, 200)
                .call("2026-05-01T10:02:01Z", 5, 5);
    }

    private JsonNode add(String line, String... more) {
        var answer =
                bench.run(Bench.words("analysis add --format json --source-id s-1 --tool claude-code " + line, more));
        assertThat(answer.status()).as(answer.errors()).isZero();
        return answer.json();
    }

    @Test
    void a_run_is_entered_in_one_go_and_what_follows_is_worked_out() {
        var run = add("--started-at 2026-05-01T10:00:00Z --completed-at 2026-05-01T10:02:00Z --tokens-in 900"
                + " --tokens-out 100 --tokens-baseline 5 --tokens-final 1005 --pass 4 --price-in-per-1m 10"
                + " --price-out-per-1m 100");

        assertThat(run.get("id").asString()).isEqualTo("ANALYSIS-2026-001");
        assertThat(run.get("pass").asInt()).isEqualTo(4);
        assertThat(run.get("status").asString()).isEqualTo("completed");
        assertThat(run.get("duration_seconds").asLong()).isEqualTo(120);
        assertThat(run.get("total_tokens").asLong()).isEqualTo(1000);
        assertThat(run.get("tokens_check").asLong()).isEqualTo(1000);
        assertThat(run.get("cost_usd").decimalValue()).isEqualByComparingTo("0.019");
        assertThat(run.get("usage_mode").asString()).isEqualTo("manual");
        assertThat(bench.run(Bench.words("analysis add --source-id s-1 --tool manual"))
                        .text())
                .isEqualTo("ANALYSIS-2026-002\n");
    }

    @Test
    void its_tokens_can_come_from_a_window_of_a_log() throws IOException {
        var log = log();

        var run = add(
                "--window-start 2026-05-01T10:01:00Z --window-end 2026-05-01T10:02:00Z --estimate-cost",
                "--usage-from",
                "claude:" + log.file());

        assertThat(run.get("total_tokens").asLong()).isEqualTo(3300);
        assertThat(run.get("usage_mode").asString()).isEqualTo("windowed_sum");
        assertThat(run.get("usage_session_id").asString()).isEqualTo(ONE);
        assertThat(run.get("cost_usd").decimalValue()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--tokens-in -1",
                "--tokens-in many",
                "--tokens-in 9223372036854775808",
                "--pass -1",
                "--status done",
                "--usage-mode guess",
                "--stages-json {}",
                "--started-at yesterday",
                "--cost-usd free",
                "--cost-usd -1",
                "--cost-usd 1e999999999",
                "--usage-from claude",
                "--usage-from other:/tmp/x",
                "--window-start 2026-05-01T10:01:00Z",
                "--id ../x"
            })
    void nonsense_is_wrong_usage(String options) {
        var answer = bench.run(Bench.words("analysis add --source-id s-1 --tool claude-code " + options));

        assertThat(answer.status()).isEqualTo(ExitStatus.WRONG_USAGE);
        assertThat(answer.errors()).startsWith("recount: ").doesNotContain("Exception");
        assertThat(bench.run("analysis", "list").text()).isEqualTo("No runs.\n");
    }

    @Test
    void an_id_is_given_once() {
        add("--id ANALYSIS-2026-007");

        var again =
                bench.run(Bench.words("analysis add --source-id s-1 --tool amp --id ANALYSIS-2026-007 --format json"));

        assertThat(again.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(again.error().get("code").asString()).isEqualTo("RUN_EXISTS");
    }

    @Test
    void usage_is_filled_in_only_where_it_is_missing_and_a_dry_run_changes_nothing() throws IOException {
        log();
        add("--started-at 2026-05-01T10:01:00Z --completed-at 2026-05-01T10:02:00Z --usage-session-id " + ONE);
        add("--notes timeless");
        var before = bench.run("export").text();

        var dry = bench.run(Bench.words("analysis backfill-usage --dry-run"));
        assertThat(dry.text())
                .contains(
                        "ANALYSIS-2026-001, session " + ONE,
                        "  total_tokens: unknown → 3300",
                        "1 would change",
                        "1 skipped (no start or no end)");
        assertThat(bench.run("export").text()).isEqualTo(before);

        var done =
                bench.run(Bench.words("analysis backfill-usage --format json")).json();
        assertThat(done.get("changed").asInt()).isOne();
        assertThat(done.get("skipped").asInt()).isOne();
        assertThat(done.get("dry_run").asBoolean()).isFalse();
        assertThat(done.get("runs").get(0).get("session").asString()).isEqualTo(ONE);
        assertThat(done.get("runs").get(0).get("changes").findValues("field").toString())
                .contains("\"tokens_in\"", "\"total_tokens\"");
        assertThat(bench.run(Bench.words("analysis get ANALYSIS-2026-001 --format json"))
                        .json()
                        .get("total_tokens")
                        .asLong())
                .isEqualTo(3300);
        assertThat(bench.run(Bench.words("analysis backfill-usage")).text()).startsWith("0 changed");
    }

    @Test
    void until_includes_its_day() throws IOException {
        log();
        add("--started-at 2026-05-01T10:01:00Z --completed-at 2026-05-01T10:02:00Z --usage-session-id " + ONE);

        assertThat(bench.run(Bench.words("analysis backfill-usage --dry-run --until 2026-04-30"))
                        .text())
                .startsWith("0 would change");
        assertThat(bench.run(Bench.words("analysis backfill-usage --dry-run --since 2026-05-02"))
                        .text())
                .startsWith("0 would change");
        assertThat(bench.run(Bench.words("analysis backfill-usage --dry-run --since 2026-05-01 --until 2026-05-01"))
                        .text())
                .contains("1 would change");
    }

    @Test
    void versions_are_filled_in_as_given() {
        add("--started-at 2026-05-01T10:01:00Z --framework-version 0.1");

        var done = bench.run(Bench.words("analysis backfill-versions --strategy fixed --framework-version 0.2"
                + " --methodology-version m1 --format json"));

        assertThat(done.json().get("runs").get(0).get("changes").toString())
                .isEqualTo("[{\"field\":\"methodology_version\",\"before\":null,\"after\":\"m1\"}]");
        bench.run(Bench.words("analysis backfill-versions --strategy fixed --framework-version 0.2 --force"));
        var run = bench.run(Bench.words("analysis get ANALYSIS-2026-001 --format json"))
                .json();
        assertThat(run.get("framework_version").asString()).isEqualTo("0.2");
        assertThat(run.get("methodology_version").asString()).isEqualTo("m1");
    }

    @Test
    void versions_come_from_the_tags_of_a_repository() throws Exception {
        var repository = Files.createDirectory(folder.resolve("framework"));
        git(repository, "init", "-q");
        git(repository, "commit", "-q", "--allow-empty", "-m", "first");
        git(repository, "tag", "v0.3.4");
        add("--started-at 2026-05-01T10:01:00Z");

        var done = bench.run(Bench.words("analysis backfill-versions --git-repo", repository.toString()));

        assertThat(done.status()).as(done.errors()).isZero();
        assertThat(done.text()).contains("framework_version: unknown → 0.3.4");
    }

    private static void git(Path repository, String... words) throws Exception {
        var command = new ArrayList<>(
                List.of("git", "-C", repository.toString(), "-c", "user.name=t", "-c", "user.email=t@example.org"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("GIT_COMMITTER_DATE", "2026-04-01T00:00:00Z");
        builder.environment().put("GIT_AUTHOR_DATE", "2026-04-01T00:00:00Z");
        var process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void validate_exits_1_on_an_error_and_0_on_warnings() {
        bench.run(Bench.words("source add --id s-1 --title One"));
        add("");

        var warned = bench.run("validate", "--format", "json");
        assertThat(warned.status()).isZero();
        assertThat(warned.json().get("errors").asInt()).isZero();
        assertThat(warned.json().get("findings").findValues("code").toString())
                .contains("ANALYSIS_FRAMEWORK_VERSION_MISSING");

        bench.run(Bench.words("analysis add --source-id nobody-knows --tool manual"));
        var wrong = bench.run("validate");
        assertThat(wrong.status()).isEqualTo(ExitStatus.REFUSED);
        assertThat(wrong.text()).contains("ERROR ANALYSIS_SOURCE_MISSING ANALYSIS-2026-002: ", "Errors: 1, ");
        var finding =
                bench.run("validate", "--format", "json").json().get("findings").get(0);
        assertThat(finding.get("severity").asString()).isEqualTo("error");
        assertThat(finding.get("run").asString()).isEqualTo("ANALYSIS-2026-002");
    }
}
