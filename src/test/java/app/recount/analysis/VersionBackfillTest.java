package app.recount.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.analysis.UsageBackfill.Entry;
import app.recount.analysis.UsageBackfill.Plan;
import app.recount.analysis.VersionBackfill.Request;
import app.recount.analysis.VersionBackfill.Strategy;
import app.recount.problem.ProblemException;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class VersionBackfillTest {

    @TempDir
    Path folder;

    @AutoClose
    private RunBench bench;

    private Path repository;

    @BeforeEach
    void open() throws IOException {
        bench = new RunBench(folder);
        repository = Files.createDirectories(folder.resolve("repository"));
    }

    @Test
    void given_versions_fill_what_is_missing() {
        var run = past("2026-05-20T10:00:00Z");

        var applied = apply(request(Strategy.FIXED, Optional.of("0.3.4"), Optional.of("2"), false));

        assertThat(applied.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.changes())
                        .containsExactly(
                                new FieldChange("framework_version", null, "0.3.4"),
                                new FieldChange("methodology_version", null, "2")));
        assertThat(bench.runs().find(run.id()).orElseThrow().description().frameworkVersion())
                .isEqualTo("0.3.4");
        assertThat(apply(request(Strategy.FIXED, Optional.of("9"), Optional.of("9"), false))
                        .entries())
                .isEmpty();
        assertThat(apply(request(Strategy.FIXED, Optional.of("9"), Optional.empty(), true))
                        .entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.changes())
                        .containsExactly(new FieldChange("framework_version", "0.3.4", "9")));
    }

    @Test
    void the_newest_tag_before_the_start_names_the_version() throws Exception {
        git("init", "-q");
        tag("v0.1.0", "2026-05-01T00:00:00Z");
        tag("v0.2.0", "2026-05-10T00:00:00Z");
        tag("v0.3.0", "2026-05-20T10:00:01Z");
        git("branch", "v0.3.0"); // a name that git makes longer where it is ambiguous
        past("2026-04-01T00:00:00Z");
        past("2026-05-20T10:00:00Z");
        past("2026-05-20T10:00:01Z");

        var plan = plan(request(Strategy.GIT_TAGS, Optional.empty(), Optional.empty(), false));

        assertThat(plan.entries())
                .extracting(Entry::changes)
                .containsExactlyInAnyOrder(
                        List.of(),
                        List.of(new FieldChange("framework_version", null, "0.2.0")),
                        List.of(new FieldChange("framework_version", null, "0.3.0")));
    }

    @Test
    void runs_without_a_start_are_skipped_and_counted() throws Exception {
        git("init", "-q");
        tag("v0.1.0", "2026-05-01T00:00:00Z");
        bench.analyses.entries().add(EnteredRun.of("source-1", RunTool.MANUAL).request());

        assertThat(plan(request(Strategy.GIT_TAGS, Optional.empty(), Optional.empty(), false)))
                .isEqualTo(new Plan(List.of(), 1));
    }

    @Test
    void what_git_cannot_tell_is_said() throws Exception {
        assertProblem("GIT_FAILED", request(Strategy.GIT_TAGS, Optional.empty(), Optional.empty(), false));
        git("init", "-q");
        assertProblem("GIT_NO_TAGS", request(Strategy.GIT_TAGS, Optional.empty(), Optional.empty(), false));
        assertProblem("VERSIONS_MISSING", request(Strategy.FIXED, Optional.empty(), Optional.empty(), false));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_git_that_waits_for_a_pipe_is_ended() throws Exception {
        git("init", "-q");
        var pipe = repository.resolve(".git/packed-refs").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();

        assertThatThrownBy(() -> GitTags.of(repository, Duration.ofMillis(200)))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().code()).isEqualTo("GIT_FAILED");
                    assertThat(e.problem().cause()).isEqualTo(Wording.of("problem.GIT_FAILED.late"));
                });
    }

    private void assertProblem(String code, Request request) {
        assertThatThrownBy(() -> plan(request))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private Plan plan(Request request) {
        return bench.analyses.versions().plan(request);
    }

    private Plan apply(Request request) {
        return bench.analyses.versions().apply(plan(request));
    }

    private Request request(
            Strategy strategy, Optional<String> framework, Optional<String> methodology, boolean force) {
        return new Request(
                strategy,
                framework,
                methodology,
                repository,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                force);
    }

    private AnalysisRun past(String start) {
        return bench.analyses
                .entries()
                .add(EnteredRun.of("source-1", RunTool.MANUAL)
                        .from(Instant.parse(start))
                        .request());
    }

    private void tag(String name, String time) throws Exception {
        git(time, "commit", "-q", "--allow-empty", "-m", name);
        git(time, "tag", "-a", name, "-m", name);
    }

    private void git(String... arguments) throws Exception {
        var timed = arguments[0].endsWith("Z");
        var command = new ArrayList<>(List.of(
                "git",
                "-c",
                "user.name=a",
                "-c",
                "user.email=a@localhost",
                "-c",
                "commit.gpgsign=false",
                "-C",
                repository.toString()));
        command.addAll(List.of(arguments).subList(timed ? 1 : 0, arguments.length));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (timed) {
            builder.environment().put("GIT_AUTHOR_DATE", arguments[0]);
            builder.environment().put("GIT_COMMITTER_DATE", arguments[0]);
        }
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
