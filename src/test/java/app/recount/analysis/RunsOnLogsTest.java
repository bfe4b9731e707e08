package app.recount.analysis;

import static app.recount.analysis.AgentLogs.append;
import static app.recount.analysis.AgentLogs.codexHead;
import static app.recount.analysis.AgentLogs.codexLine;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.session.SessionKey;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs over real logs that grow, move, shrink and vanish. */
class RunsOnLogsTest {

    private static final Instant START = RunBench.START;

    @TempDir
    Path folder;

    private AgentLogs logs;
    private RecountStore store;
    private Tracking tracking;
    private final RunBench.SetClock clock = new RunBench.SetClock();

    @BeforeEach
    void open() {
        logs = new AgentLogs(folder.resolve("user"));
        var home = RecountHome.at(folder.resolve("home"));
        store = new RecountStore(home);
        tracking = Tracking.with(logs.environment(), home, store, clock, new Texts());
    }

    @AfterEach
    void close() {
        tracking.close();
        store.close();
    }

    @Test
    void deltas_equal_exactly_what_was_appended() throws IOException {
        append(logs.claude(1), logs.claudeLine(1, START.minusSeconds(60), 90, 10));
        var run = start(RunTool.CLAUDE_CODE);

        append(logs.claude(1), logs.claudeLine(1, tick(), 1000, 50));
        append(logs.claudeSubagent(1), logs.claudeLine(1, tick(), 200, 3));
        mark(run, "stage1");
        var line = logs.claudeLine(1, tick(), 7, 1);
        append(logs.claude(1), line.substring(0, 40));
        mark(run, "stage2");
        append(logs.claude(1), line.substring(40));
        append(logs.claude(1), "no json at all\n");
        append(logs.claude(1), logs.claudeLine(1, tick(), 20, 2));

        assertThat(observe(run).sinceStart()).map(used -> used.all().total()).contains(1283L);
        var ended = complete(run);
        assertThat(ended.tokens().baseline()).isEqualTo(100);
        assertThat(ended.stages()).extracting(Stage::delta).containsExactly(1253L, 0L);
        assertThat(ended.tokens().check()).isEqualTo(1283);
        assertThat(ended.tokens().in()).isEqualTo(1227);
        assertThat(ended.tokens().out()).isEqualTo(56);
    }

    @Test
    void a_session_goes_on_in_a_second_file_and_is_archived_and_compressed() throws IOException {
        var first = logs.codex(1, "2026-05-20T09-00-00");
        append(first, codexHead(1, START.minusSeconds(60), "") + codexLine(START.minusSeconds(50), 0, 90, 10));
        var run = start(RunTool.CODEX);
        append(first, codexLine(tick(), 100, 1000, 50));
        mark(run, "stage1");

        var second = logs.codex(1, "2026-05-20T10-30-00");
        append(second, codexHead(1, tick(), "") + codexLine(tick(), 1150, 20, 2));
        mark(run, "stage2");

        var archive = folder.resolve("user/.codex/archived_sessions").resolve(first.getFileName());
        Files.createDirectories(archive.getParent());
        Files.move(first, archive);
        append(second, codexLine(tick(), 1172, 5, 0));
        mark(run, "stage3");

        AgentLogs.compress(second);
        mark(run, "stage4");

        var ended = complete(run);
        assertThat(ended.stages()).extracting(Stage::delta).containsExactly(1050L, 22L, 5L, 0L);
        assertThat(ended.tokens().check()).isEqualTo(1077);
        assertThat(ended.session().mode()).isEqualTo("counter_delta");
    }

    @Test
    void a_thread_that_is_caught_half_written_is_unknown_until_it_is_whole() throws IOException {
        AgentLogs.write(logs.amp(1), AgentLogs.ampThread(1, START.minusSeconds(60), 90, 10));
        var run = start(RunTool.AMP);
        var whole = AgentLogs.ampThread(1, tick(), 1090, 60);
        AgentLogs.write(logs.amp(1), whole.substring(0, whole.length() / 2));
        mark(run, "stage1");
        AgentLogs.write(logs.amp(1), whole);
        mark(run, "stage2");

        var ended = complete(run);
        assertThat(ended.stages()).extracting(Stage::delta).containsExactly(null, 1050L);
        assertThat(ended.tokens().check()).isEqualTo(1050);
    }

    @Test
    void a_log_that_was_cut_or_deleted_gives_unknown_and_never_less_than_nothing() throws IOException {
        append(logs.claude(1), logs.claudeLine(1, START.minusSeconds(60), 90, 10));
        var run = start(RunTool.CLAUDE_CODE);
        append(logs.claude(1), logs.claudeLine(1, tick(), 1000, 50));
        mark(run, "stage1");
        AgentLogs.write(logs.claude(1), logs.claudeLine(1, tick(), 1, 1));
        mark(run, "cut");
        append(logs.claude(1), logs.claudeLine(1, tick(), 20, 2));
        mark(run, "stage3");
        Files.delete(logs.claude(1));
        mark(run, "deleted");

        var ended = complete(run);
        assertThat(ended.stages()).extracting(Stage::delta).containsExactly(1050L, null, 22L, null);
        assertThat(ended.tokens().check()).isNull();
        assertThat(ended.session().unknownReason()).isEqualTo("The session’s log was deleted.");
    }

    @Test
    void a_fork_is_offered_and_counts_from_then_on() throws IOException {
        var parent = logs.codex(1, "2026-05-20T09-00-00");
        append(parent, codexHead(1, START.minusSeconds(60), "") + codexLine(START.minusSeconds(50), 0, 90, 10));
        var run = start(RunTool.CODEX);
        var used = tick();
        append(parent, codexLine(used, 100, 1000, 50));
        mark(run, "stage1");

        var fork = logs.codex(2, "2026-05-20T10-30-00");
        append(
                fork,
                codexHead(2, tick(), ",\"forked_from_id\":\"%s\"".formatted(AgentLogs.id(1)))
                        + codexLine(START.minusSeconds(50), 0, 90, 10)
                        + codexLine(used, 100, 1000, 50)
                        + codexLine(tick(), 1150, 20, 2));
        tracking.sessions().refresh(Progress.NONE);
        assertThat(observe(run).forks())
                .extracting(session -> session.key())
                .containsExactly(new SessionKey("codex", AgentLogs.id(2)));
        tracking.analyses().lifecycle().moveTo(run.id(), new SessionKey("codex", AgentLogs.id(2)));
        append(fork, codexLine(tick(), 1172, 300, 0));

        var ended = complete(run);
        assertThat(ended.stages()).extracting(Stage::delta).containsExactly(1050L);
        assertThat(ended.tokens().check()).isEqualTo(1050 + 22 + 300);
    }

    @Test
    void a_fork_that_copied_its_history_is_offered_and_its_own_calls_count() throws IOException {
        var history = logs.claudeLine(1, START.minusSeconds(60), 90, 10);
        append(logs.claude(1), history);
        var run = start(RunTool.CLAUDE_CODE);
        var line = logs.claudeLine(1, tick(), 1000, 50);
        append(logs.claude(1), line);
        mark(run, "stage1");
        append(logs.claude(2), (history + line).replace(AgentLogs.id(1), AgentLogs.id(2)));
        append(logs.claude(2), logs.claudeLine(2, tick(), 20, 2));
        tracking.sessions().refresh(Progress.NONE);

        assertThat(observe(run).forks())
                .extracting(session -> session.key())
                .containsExactly(new SessionKey("claude", AgentLogs.id(2)));
        tracking.analyses().lifecycle().moveTo(run.id(), new SessionKey("claude", AgentLogs.id(2)));
        append(logs.claude(2), logs.claudeLine(2, tick(), 300, 0));
        mark(run, "stage2");

        assertThat(complete(run).stages()).extracting(Stage::delta).containsExactly(1050L, 322L);
    }

    @Test
    void a_run_is_filled_in_from_the_calls_of_its_time() throws IOException {
        append(logs.claude(1), logs.claudeLine(1, START.minusSeconds(1), 1, 0));
        append(logs.claude(1), logs.claudeLine(1, START, 10, 0));
        append(logs.claude(1), logs.claudeLine(1, START.plusSeconds(60), 100, 0));
        append(logs.claude(1), logs.claudeLine(1, START.plusSeconds(61), 1000, 0));
        var run = tracking.analyses()
                .entries()
                .add(EnteredRun.of("source-1", RunTool.CLAUDE_CODE)
                        .from(START)
                        .to(START.plusSeconds(60))
                        .request());

        var backfill = tracking.analyses().backfill();
        backfill.apply(backfill.plan(
                new UsageBackfill.Request(Optional.empty(), Optional.empty(), Optional.empty(), 0, false)));

        assertThat(tracking.analyses()
                        .runs()
                        .find(run.id())
                        .orElseThrow()
                        .tokens()
                        .total())
                .isEqualTo(110);
    }

    private Instant tick() {
        clock.now = clock.now.plusSeconds(1);
        return clock.now;
    }

    private AnalysisRun start(RunTool tool) {
        return tracking.analyses().lifecycle().start(StartRequests.of("source-1", tool, folder));
    }

    private void mark(AnalysisRun run, String stage) {
        tracking.analyses().lifecycle().mark(run.id(), stage, Optional.empty());
    }

    private RunProgress observe(AnalysisRun run) {
        return tracking.analyses().lifecycle().observe(run.id());
    }

    private AnalysisRun complete(AnalysisRun run) {
        return tracking.analyses()
                .lifecycle()
                .complete(new CompleteRequest(run.id(), RunStatus.COMPLETED, Optional.empty(), true));
    }
}
