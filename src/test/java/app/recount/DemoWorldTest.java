package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.AnalysisStore.RunFilter;
import app.recount.analysis.Stage;
import app.recount.analysis.Tracking;
import app.recount.session.AgentSession;
import app.recount.store.Environment;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoWorldTest {

    @TempDir
    Path folder;

    private RecountStore store;
    private Tracking tracking;
    private DemoWorld demo;

    @BeforeEach
    void make() {
        var home = RecountHome.at(folder);
        var demoHome = RecountHome.at(home.demo().resolve("recount"));
        store = new RecountStore(demoHome);
        tracking = Tracking.with(
                new Environment(Map.of(), home.demo().resolve("home"), "linux"),
                demoHome,
                store,
                Clock.systemUTC(),
                new Texts());
        demo = new DemoWorld(home, Clock.systemUTC(), () -> new DemoRuns(tracking, demoHome, store, new Texts()));
    }

    @AfterEach
    void close() {
        demo.close();
        tracking.close();
        store.close();
    }

    @Test
    void finished_runs_are_there_whose_stages_add_up_and_no_rule_is_broken() {
        demo.prepare(Progress.NONE);

        var runs = runs();
        assertThat(runs).hasSize(5).allSatisfy(run -> {
            assertThat(run.status()).isEqualTo("completed");
            assertThat(run.stages()).hasSize(3);
            assertThat(run.tokens().baseline()).isPositive();
            assertThat(run.tokens().check()).isPositive();
            assertThat(run.tokens().costUsd()).isPositive();
            assertThat(run.stages().stream().mapToLong(DemoWorldTest::delta).sum())
                    .isLessThanOrEqualTo(run.ownTokens().orElseThrow());
            assertThat(run.stages()).allMatch(stage -> delta(stage) > 0);
        });
        assertThat(tracking.analyses().rules().check())
                .noneMatch(finding -> finding.severity().toString().equals("ERROR"));
    }

    @Test
    void what_is_there_already_is_shown_again_and_not_written_twice() {
        demo.prepare(Progress.NONE);
        var before = runs();

        demo.prepare(Progress.NONE);

        assertThat(runs()).isEqualTo(before);
    }

    @Test
    void one_session_grows_while_the_demo_is_shown_and_rests_when_it_is_left() {
        demo.prepare(Progress.NONE);
        Await.until(() -> newest().tokensSoFar().orElse(0L) > 0);
        assertThat(newest().active(Clock.systemUTC().instant())).isTrue();

        demo.leave();

        var resting = newest();
        assertThat(newest().tokensSoFar()).isEqualTo(resting.tokensSoFar());
        assertThat(newest().log().badLines()).isZero();
    }

    private List<AnalysisRun> runs() {
        return tracking.analyses().runs().list(RunFilter.ALL, 0);
    }

    private AgentSession newest() {
        return tracking.sessions().refresh(Progress.NONE).getFirst();
    }

    private static long delta(Stage stage) {
        return stage.delta() == null ? -1 : stage.delta();
    }
}
