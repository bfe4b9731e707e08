package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunsModelTest {

    private final RunsModel model = new RunsModel(Runs.START.plus(Duration.ofMinutes(5)));

    private void read(AnalysisRun... runs) {
        model.read(new Stock(List.of(runs), List.of(new Source("epoch", "Trends in compute"))));
    }

    @Test
    void live_runs_come_first_then_other_open_ones_then_the_newest() {
        model.heard(List.of(Runs.session(Runs.SESSION, Runs.START.plus(Duration.ofMinutes(4)), 10)));
        read(
                Runs.ended(3, "c", "completed"),
                Runs.ended(4, "d", "failed"),
                Runs.open(1, "a"),
                Runs.run(2, "b", "started", "codex", null, AnalysisRun.Inputs.NONE, List.of()));

        assertThat(model.visible()).extracting(row -> row.run().sourceId()).containsExactly("a", "b", "d", "c");
        assertThat(model.visible())
                .extracting(RunRow::state)
                .containsExactly(RunState.LIVE, RunState.OPEN, RunState.FAILED, RunState.COMPLETED);
    }

    @Test
    void a_run_stalls_when_its_session_is_silent_for_longer_than_the_limit_and_lives_again_at_its_next_line() {
        model.heard(List.of(Runs.session(Runs.SESSION, Runs.START, 10)));
        read(Runs.open(1, "a"));
        assertThat(model.visible().getFirst().state()).isEqualTo(RunState.LIVE);

        model.tick(Runs.START.plus(Duration.ofHours(2)));
        assertThat(model.visible().getFirst().state()).isEqualTo(RunState.STALLED);
        assertThat(model.visible().getFirst().silence()).contains(Duration.ofHours(2));

        model.heard(List.of(Runs.session(Runs.SESSION, Runs.START.plus(Duration.ofHours(2)), 20)));
        assertThat(model.visible().getFirst().state()).isEqualTo(RunState.LIVE);
    }

    @Test
    void a_look_at_a_run_is_told_although_another_one_is_selected() {
        read(Runs.open(1, "a"), Runs.open(2, "b"));
        model.select("ANALYSIS-2026-001");
        var told = new ArrayList<String>();
        model.seen().subscribe(seen -> seen.forEach(run -> told.add(run.id())));

        model.observed(List.of(Runs.observed(Runs.progress(Runs.open(2, "b"), Runs.used(1, 1, 1, 1)))));
        model.observed(List.of(Runs.observed(Runs.progress(Runs.open(2, "b"), Runs.used(2, 1, 1, 1)))));

        assertThat(told).containsExactly("ANALYSIS-2026-002", "ANALYSIS-2026-002");
        assertThat(model.shown().get()).isEmpty();
    }

    @Test
    void a_status_of_another_program_is_unknown_and_counts_as_ended() {
        read(Runs.ended(1, "a", "paused"));

        assertThat(model.visible().getFirst().state()).isEqualTo(RunState.UNKNOWN);
        assertThat(model.visible().getFirst().state().isOpen()).isFalse();
    }

    @Test
    void counts_tell_live_stalled_and_other_open_runs_apart() {
        model.heard(List.of(Runs.session(Runs.SESSION, Runs.START, 10)));
        read(Runs.open(1, "a"), Runs.ended(2, "b", "completed"));

        assertThat(model.counts().get()).isEqualTo(new RunCounts(2, 1, 0, 0));
        model.tick(Runs.START.plus(Duration.ofHours(1)));
        assertThat(model.counts().get()).isEqualTo(new RunCounts(2, 0, 1, 0));
    }

    @Test
    void the_first_run_is_selected_and_what_was_selected_stays_so() {
        read(Runs.ended(1, "a", "completed"), Runs.ended(2, "b", "completed"));
        assertThat(model.selected().get()).contains("ANALYSIS-2026-002");

        model.select("ANALYSIS-2026-001");
        read(Runs.ended(1, "a", "completed"), Runs.ended(2, "b", "completed"), Runs.ended(3, "c", "completed"));

        assertThat(model.selected().get()).contains("ANALYSIS-2026-001");
    }

    @Test
    void selecting_a_run_that_the_filter_hides_takes_the_filter_away() {
        read(Runs.ended(1, "a", "completed"), Runs.ended(2, "b", "failed"));
        model.filter().set(RunFilter.NONE.withState(Optional.of(RunState.FAILED)));
        assertThat(model.visible()).hasSize(1);

        model.select("ANALYSIS-2026-001");

        assertThat(model.filter().get().isNone()).isTrue();
        assertThat(model.selected().get()).contains("ANALYSIS-2026-001");
    }

    @Test
    void no_runs_and_no_match_are_told_apart() {
        assertThat(model.isEmpty()).isFalse();
        read();
        assertThat(model.isEmpty()).isTrue();
        read(Runs.ended(1, "a", "completed"));
        model.filter().set(RunFilter.NONE.withText("no such thing"));
        assertThat(model.visible()).isEmpty();
        assertThat(model.isEmpty()).isFalse();
    }

    @Test
    void a_filter_looks_into_ids_sources_titles_and_models_for_every_word_in_either_case() {
        read(Runs.ended(1, "epoch", "completed"), Runs.ended(2, "other", "completed"));

        model.filter().set(RunFilter.NONE.withText("COMPUTE trends"));
        assertThat(model.visible()).extracting(RunRow::id).containsExactly("ANALYSIS-2026-001");
        model.filter().set(RunFilter.NONE.withText("026-002 sonnet"));
        assertThat(model.visible()).extracting(RunRow::id).containsExactly("ANALYSIS-2026-002");
    }

    @Test
    void runs_are_filtered_by_tool_source_and_time_together() {
        read(Runs.open(1, "epoch"), Runs.ended(2, "epoch", "completed"), Runs.ended(3, "other", "completed"));

        model.filter().set(RunFilter.NONE.withTool(Optional.of("codex")).withSource(Optional.of("epoch")));
        assertThat(model.visible()).extracting(RunRow::id).containsExactly("ANALYSIS-2026-002");

        model.filter().set(RunFilter.NONE.withPeriod(Optional.of(RunFilter.Period.DAY)));
        assertThat(model.visible()).hasSize(3);
        model.tick(Runs.START.plus(Duration.ofDays(3)));
        assertThat(model.visible()).isEmpty();
    }

    @Test
    void tokens_of_an_open_run_are_those_of_its_last_look_and_unknown_before() {
        read(Runs.open(1, "a"));
        assertThat(model.visible().getFirst().tokens()).isEmpty();

        model.observed(List.of(Runs.observed(Runs.progress(Runs.open(1, "a"), Runs.used(1, 2, 3, 4)))));

        assertThat(model.visible().getFirst().tokens()).contains(10L);
        assertThat(model.shown().get()).isPresent();
    }

    @Test
    void what_was_seen_of_a_run_says_nothing_of_one_of_the_same_id_in_another_store() {
        var run = Runs.open(1, "a");
        read(run);
        var seen = Runs.observed(Runs.progress(run, Runs.used(1, 2, 3, 4)));
        model.observed(List.of(seen));
        var mine = model.finder();

        model.clear();
        model.tick(seen.progress().at().plusSeconds(61));

        assertThat(model.lastMinute(seen)).contains(10L);
        assertThat(model.finder().apply(run.id())).isEmpty();
        assertThat(mine.apply(run.id())).as("what an export began with").contains(run);
    }

    @Test
    void the_last_minute_is_what_grew_since_then_and_becomes_0_when_nothing_is_written() {
        var run = Runs.open(1, "a");
        read(run);
        var early = Runs.observed(Runs.progress(run, Runs.used(1, 2, 3, 4)));
        model.observed(List.of(early));
        model.tick(early.progress().at().plusSeconds(10));

        assertThat(model.lastMinute(early)).contains(10L);
        model.tick(early.progress().at().plusSeconds(61));
        assertThat(model.lastMinute(early)).contains(0L);
    }

    @Test
    void a_run_left_open_from_before_is_offered_until_the_user_goes_on_but_not_while_it_lives() {
        read(Runs.open(1, "a"));
        assertThat(model.isLeftOpen("ANALYSIS-2026-001")).isTrue();

        model.heard(List.of(Runs.session(Runs.SESSION, Runs.START.plus(Duration.ofMinutes(4)), 10)));
        assertThat(model.isLeftOpen("ANALYSIS-2026-001")).isFalse();

        model.tick(Runs.START.plus(Duration.ofHours(1)));
        assertThat(model.isLeftOpen("ANALYSIS-2026-001")).isTrue();
        model.goOn("ANALYSIS-2026-001");
        assertThat(model.isLeftOpen("ANALYSIS-2026-001")).isFalse();
    }

    @Test
    void a_run_that_was_started_while_the_window_is_open_is_not_left_from_before() {
        read();
        read(Runs.open(1, "a"));

        assertThat(model.isLeftOpen("ANALYSIS-2026-001")).isFalse();
    }

    @Test
    void nothing_of_other_surroundings_is_left() {
        read(Runs.open(1, "a"));
        model.observed(List.of(Runs.observed(Runs.progress(Runs.open(1, "a"), Runs.used(1, 2, 3, 4)))));

        model.clear();

        assertThat(model.visible()).isEmpty();
        assertThat(model.shown().get()).isEmpty();
        assertThat(model.stock().get()).isEmpty();
        assertThat(model.counts().get()).isEqualTo(RunCounts.NONE);
    }
}
