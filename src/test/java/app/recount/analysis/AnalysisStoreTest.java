package app.recount.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.analysis.AnalysisRun.Claims;
import app.recount.analysis.AnalysisRun.Description;
import app.recount.analysis.AnalysisRun.Identity;
import app.recount.analysis.AnalysisRun.Inputs;
import app.recount.analysis.AnalysisRun.SessionLink;
import app.recount.analysis.AnalysisRun.Times;
import app.recount.analysis.AnalysisRun.Tokens;
import app.recount.analysis.AnalysisStore.RunFilter;
import app.recount.problem.ProblemException;
import app.recount.session.SessionChoice.Chosen;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisStoreTest {

    @TempDir
    Path folder;

    @AutoClose
    private RunBench bench;

    @BeforeEach
    void open() {
        bench = new RunBench(folder);
    }

    @Test
    void everything_of_a_run_comes_back_as_it_was() {
        var run = imported("ANALYSIS-2025-007");
        bench.runs().add(run);

        assertThat(bench.runs().find("ANALYSIS-2025-007")).contains(run);
    }

    @Test
    void an_id_is_given_once() {
        bench.runs().add(imported("ANALYSIS-2025-007"));

        assertThatThrownBy(() -> bench.runs().add(imported("ANALYSIS-2025-007")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("RUN_EXISTS"));
    }

    @Test
    void ids_go_on_after_the_highest_of_the_year_and_fill_no_gap() {
        bench.runs().add(imported("ANALYSIS-2026-005"));
        bench.runs().add(imported("ANALYSIS-2025-900"));

        assertThat(manual("source-1").id()).isEqualTo("ANALYSIS-2026-006");
    }

    @Test
    void the_thousandth_id_has_four_digits_and_the_next_one_is_still_higher() {
        bench.runs().add(imported("ANALYSIS-2026-999"));

        assertThat(manual("source-1").id()).isEqualTo("ANALYSIS-2026-1000");
        assertThat(manual("source-1").id()).isEqualTo("ANALYSIS-2026-1001");
    }

    @Test
    void ids_of_other_forms_do_not_disturb_the_counting() {
        Stream.of(
                        "run one",
                        "ANALYSIS-2026-x",
                        "ANALYSIS-2026-99999999999999999999",
                        "analysis-2026-004",
                        "ANALYSIS-26-9")
                .forEach(id -> bench.runs().add(imported(id)));

        assertThat(manual("source-1").id()).isEqualTo("ANALYSIS-2026-001");
    }

    @Test
    void the_last_id_there_can_be_takes_no_part_in_the_counting() {
        bench.runs().add(imported("ANALYSIS-2026-007"));
        bench.runs().add(imported("ANALYSIS-2026-999999999999999"));

        assertThat(manual("source-1").id()).isEqualTo("ANALYSIS-2026-008");
        assertThat(manual("source-1").id()).isEqualTo("ANALYSIS-2026-009");
    }

    @Test
    void the_last_pass_there_can_be_takes_no_part_in_the_counting() {
        bench.runs().add(imported("ANALYSIS-2025-001", 3));
        bench.runs().add(imported("ANALYSIS-2025-002", Integer.MAX_VALUE));

        assertThat(manual("source-9").pass()).isEqualTo(4);
        assertThat(manual("source-9").pass()).isEqualTo(5);
    }

    @Test
    void a_run_whose_id_is_taken_is_refused_and_not_lost() {
        bench.runs().add(imported("ANALYSIS-2026-999999999999998"));
        bench.runs().add(imported("ANALYSIS-2026-999999999999999"));

        assertThatThrownBy(() -> manual("source-1"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("RUN_EXISTS"));
    }

    @Test
    void runs_are_listed_newest_first_and_narrowed() {
        var first = manual("source-1");
        bench.after(1);
        var second = manual("source-2");
        bench.after(1);
        var third = bench.start("source-1", RunTool.CLAUDE_CODE, Optional.empty());
        bench.complete(first);

        assertThat(ids(RunFilter.ALL, 0)).containsExactly(third.id(), second.id(), first.id());
        assertThat(ids(RunFilter.ALL, 2)).containsExactly(third.id(), second.id());
        assertThat(ids(new RunFilter(Optional.of("source-1"), Optional.of(""), Optional.empty()), 0))
                .containsExactly(third.id(), first.id());
        assertThat(ids(new RunFilter(Optional.empty(), Optional.of("claude"), Optional.empty()), 0))
                .containsExactly(third.id());
        assertThat(ids(new RunFilter(Optional.empty(), Optional.empty(), Optional.of("started")), 0))
                .containsExactly(third.id(), second.id());
    }

    @Test
    void the_version_grows_with_every_change_of_another_process_or_thread() {
        var before = bench.runs().version();
        try (var other = new RecountStore(bench.home)) {
            new AnalysisStore(other).add(imported("ANALYSIS-2025-007"));
        }
        var after = bench.runs().version();
        bench.analyses.sources().add(new Source("source-1", "A title"));

        assertThat(after).isGreaterThan(before);
        assertThat(bench.runs().version()).isGreaterThan(after);
    }

    @Test
    void registering_a_source_again_changes_its_title_and_nothing_else() {
        bench.analyses.sources().add(new Source("b", "First"));
        bench.analyses.sources().add(new Source("a", "Other"));
        bench.analyses.sources().add(new Source("b", "Second"));

        assertThat(bench.analyses.sources().list())
                .containsExactly(new Source("a", "Other"), new Source("b", "Second"));
    }

    @Test
    void writers_with_connections_of_their_own_lose_nothing_and_share_no_id() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4);
                var first = new RecountStore(bench.home);
                var second = new RecountStore(bench.home)) {
            var writers = List.of(analyses(first), analyses(second));
            var work = IntStream.range(0, 100)
                    .<Callable<AnalysisRun>>mapToObj(
                            n -> () -> writers.get(n % 2).lifecycle().start(StartRequests.manual("source-1", folder)))
                    .toList();
            for (var result : threads.invokeAll(work)) {
                result.get();
            }
        }

        var runs = bench.runs().list(RunFilter.ALL, 0);
        assertThat(runs).extracting(AnalysisRun::id).doesNotHaveDuplicates().hasSize(100);
        assertThat(runs)
                .extracting(AnalysisRun::pass)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void writers_that_mark_the_same_run_at_once_lose_no_stage() throws Exception {
        var run = manual("source-1");
        try (var threads = Executors.newFixedThreadPool(4);
                var first = new RecountStore(bench.home);
                var second = new RecountStore(bench.home)) {
            var writers = List.of(analyses(first), analyses(second));
            var work = IntStream.range(0, 40)
                    .<Callable<AnalysisRun>>mapToObj(
                            n -> () -> writers.get(n % 2).lifecycle().mark(run.id(), "stage" + n, Optional.empty()))
                    .toList();
            for (var result : threads.invokeAll(work)) {
                result.get();
            }
        }

        assertThat(bench.runs().find(run.id()).orElseThrow().stages())
                .extracting(Stage::name)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 40).mapToObj(n -> "stage" + n).toList());
    }

    private Analyses analyses(RecountStore store) {
        return Analyses.with(
                store,
                bench.home,
                new ScriptedSessions(),
                _ -> new Chosen.None(),
                RunBench.PLACES,
                Clock.fixed(RunBench.START, ZoneOffset.UTC),
                new Texts());
    }

    private AnalysisRun manual(String source) {
        return bench.start(source, RunTool.MANUAL, Optional.empty());
    }

    private List<String> ids(RunFilter filter, int limit) {
        return bench.runs().list(filter, limit).stream().map(AnalysisRun::id).toList();
    }

    private static AnalysisRun imported(String id) {
        return imported(id, 7);
    }

    /** A run with every field set, odd ones among them. */
    private static AnalysisRun imported(String id, int pass) {
        return new AnalysisRun(
                new Identity(id, "source-9", pass, "cursor"),
                "abandoned",
                new Description("file.md", "/check “x”", "m", "0.3.4", "2", "notes\nof two lines", "0123abcd"),
                new Times(
                        Instant.parse("2025-11-03T09:15:22.123456Z"),
                        Instant.parse("2025-11-03T09:15:20Z"),
                        -2L,
                        Instant.parse("2025-11-03T09:15:23.000000001Z")),
                new Tokens(1L, 2L, 3L, Long.MAX_VALUE, 5L, -6L, new BigDecimal("-0.10")),
                new SessionLink("claude", "per_message_sum", "abc", "/home/x", "only_session", null, null, null),
                List.of(new Stage("one", Instant.parse("2025-11-03T09:15:21Z"), 5L, -5L, null, null, null, null)),
                null,
                new Inputs(List.of("s,1", "s\"2"), List.of("ANALYSIS-2025-001")),
                new Claims(List.of("C-1"), List.of()));
    }
}
