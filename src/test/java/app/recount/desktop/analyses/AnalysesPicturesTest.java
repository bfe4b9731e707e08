package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.RunStatus;
import app.recount.analysis.RunTool;
import app.recount.desktop.Easel;
import app.recount.desktop.shell.Desk;
import app.recount.report.ExportFormat;
import app.recount.store.Settings.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.scene.Parent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws the page, its dialogs and the small view in both themes; the pictures are for people to look at. */
class AnalysesPicturesTest {

    private static final String LIVE = "8c41f0d2-5a01-4c5e-9a55-0f6f3ad0b7e3";
    private static final String SILENT = "d07a55be-1111-4c5e-9a55-0f6f3ad0b7e3";
    private static final String PAST = "91c2e6f4-2222-4c5e-9a55-0f6f3ad0b7e3";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_page_and_its_dialogs_can_be_drawn(Theme theme) throws Exception {
        try (var world = new RunsWorld(folder)) {
            var live = history(world);
            draw(theme, "analyses", 1104, 744, (desk, actions) -> view(desk, actions, world, live.id()));
            draw(theme, "analyses-narrow", 848, 544, (desk, actions) -> view(desk, actions, world, live.id()));
            draw(
                    theme,
                    "analyses-synthesis",
                    1104,
                    744,
                    (desk, actions) -> view(desk, actions, world, "ANALYSIS-2026-004"));
            draw(
                    theme,
                    "analyses-left-open",
                    1104,
                    744,
                    (desk, actions) -> view(desk, actions, world, "ANALYSIS-2026-005"));
            draw(
                    theme,
                    "analyses-unknown",
                    1104,
                    744,
                    (desk, actions) -> view(desk, actions, world, "ANALYSIS-2026-003"));
            draw(theme, "mini", 420, 180, (desk, actions) -> {
                return new MiniView(world.model(), desk.texts(), live.id(), new NoMini());
            });
            draw(theme, "start-run", 744, 560, (desk, actions) -> {
                var model = new StartModel(world.stock(), folder);
                model.source().set("iea-2026-outlook · World energy outlook 2026");
                var form = new StartForm(
                        desk,
                        model,
                        new StartWork(desk, world.tracking, model),
                        steps(desk, world),
                        world.clock.instant());
                model.found(new SessionPick.Found.Several(world.sessions()));
                return new FormDialog(desk.texts(), form, desk.texts().get("analyses.start.confirm"), () -> {});
            });
            draw(
                    theme,
                    "mark-stage",
                    480,
                    230,
                    (desk, actions) -> new FormDialog(
                            desk.texts(),
                            new MarkForm(desk.texts(), new MarkModel(live), steps(desk, world)),
                            desk.texts().get("analyses.mark.confirm"),
                            () -> {}));
            draw(
                    theme,
                    "complete-run",
                    620,
                    520,
                    (desk, actions) -> new FormDialog(
                            desk.texts(),
                            new EndForm(
                                    desk.texts(),
                                    new EndModel(live, RunStatus.COMPLETED, Set.of(live.id())),
                                    steps(desk, world)),
                            desk.texts().get("analyses.complete.confirm"),
                            () -> {}));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void every_change_of_a_backfill_can_be_drawn(Theme theme) throws Exception {
        try (var world = new RunsWorld(folder)) {
            history(world);
            draw(theme, "backfill", 900, 480, (desk, actions) -> {
                var model = new BackfillModel();
                model.force().set(true);
                var form = new BackfillForm(
                        desk, model, new BackfillWork(desk, world.tracking::analyses, () -> {}, model));
                model.planned(world.tracking
                        .analyses()
                        .backfill()
                        .plan(model.request().orElseThrow()));
                return new FormDialog(desk.texts(), form, desk.texts().get("analyses.backfill.confirm"), () -> {});
            });
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_page_without_runs_can_be_drawn(Theme theme) throws Exception {
        try (var world = new RunsWorld(folder)) {
            draw(theme, "analyses-none", 1104, 744, (desk, actions) -> view(desk, actions, world, ""));
        }
    }

    private static RunSteps steps(Desk desk, RunsWorld world) {
        return new RunSteps(desk, world.tracking::analyses, run -> {});
    }

    /** A few runs of the past, one left open, and one that is live with three stages. */
    private AnalysisRun history(RunsWorld world) {
        world.source("epoch-2026-compute", "Trends in training compute");
        world.source("iea-2026-outlook", "World energy outlook 2026");
        world.call(PAST, "iea-outlook", 900, 4000, 20_000, 700);
        var first = world.start("iea-2026-outlook", Optional.of(PAST));
        work(world, PAST, "iea-outlook", 5);
        world.mark(first, "check_stage1");
        work(world, PAST, "iea-outlook", 4);
        world.end(first, RunStatus.COMPLETED);
        var second = world.start("iea-2026-outlook", Optional.of(PAST));
        work(world, PAST, "iea-outlook", 5);
        world.end(second, RunStatus.COMPLETED);
        var third =
                world.start("nrel-2026-grid-with-a-name-that-is-longer-than-any-list", RunTool.AMP, Optional.empty());
        world.after(Duration.ofMinutes(3));
        world.end(third, RunStatus.FAILED);
        var synthesis = world.start("outlook-synthesis", Optional.of(PAST));
        work(world, PAST, "iea-outlook", 4);
        world.end(synthesis, RunStatus.COMPLETED, first.id(), second.id());
        world.call(SILENT, "bis-q1", 400, 3000, 9_000, 500);
        var stalled = world.start("bis-q1", Optional.of(SILENT));
        work(world, SILENT, "bis-q1", 6);
        world.after(Duration.ofHours(2));
        world.call(LIVE, "epoch-compute", 2000, 60_000, 340_000, 10_806);
        var live = world.start("epoch-2026-compute", Optional.of(LIVE));
        for (var stage : List.of("check_stage1", "check_stage2", "check_stage3")) {
            work(world, LIVE, "epoch-compute", stage.endsWith("2") ? 12 : 8);
            world.mark(live, stage);
        }
        work(world, LIVE, "epoch-compute", 4);
        world.after(Duration.ofSeconds(4));
        assertThat(stalled.isOpen()).isTrue();
        return world.stock().runs().stream()
                .filter(run -> run.id().equals(live.id()))
                .findFirst()
                .orElseThrow();
    }

    private static void work(RunsWorld world, String session, String project, int calls) {
        for (int i = 0; i < calls; i++) {
            world.after(Duration.ofSeconds(22 + i % 5 * 7));
            world.call(session, project, 90 + i * 3, 1800 + i % 4 * 900, 30_000 + i * 1_400, 500 + i % 3 * 210);
            if (i % 2 == 0) {
                world.stock().runs().stream().filter(AnalysisRun::isOpen).forEach(run -> world.observe(run.id()));
            }
        }
    }

    private static AnalysesView view(Desk desk, RunActions actions, RunsWorld world, String selected) {
        var model = new RunsModel(world.clock.instant());
        var view = new AnalysesView(desk, model, actions, () -> {});
        world.fill(model);
        model.checked(world.tracking.analyses().rules().check());
        model.select(selected);
        return view;
    }

    private void draw(Theme theme, String name, int width, int height, BiFunction<Desk, RunActions, Parent> part)
            throws Exception {
        var picture = new Easel(folder).draw(name, theme, width, height, desk -> part.apply(desk, new NoActions()));
        assertThat(picture.getWidth()).isEqualTo(width);
    }

    private static final class NoMini implements MiniView.Actions {
        @Override
        public void mark() {}

        @Override
        public void openMain() {}

        @Override
        public void close() {}
    }

    /** Nobody presses anything in a picture. */
    private static final class NoActions implements RunActions {
        @Override
        public void start() {}

        @Override
        public void mark() {}

        @Override
        public void complete() {}

        @Override
        public void fail() {}

        @Override
        public void cancel() {}

        @Override
        public void reopen() {}

        @Override
        public void move() {}

        @Override
        public void pin() {}

        @Override
        public void backfill() {}

        @Override
        public void check() {}

        @Override
        public void export(List<String> runs, ExportFormat format) {}

        @Override
        public void copy(String text) {}
    }
}
