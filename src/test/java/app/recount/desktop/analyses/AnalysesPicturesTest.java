package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.RunStatus;
import app.recount.desktop.Easel;
import app.recount.desktop.shell.Desk;
import app.recount.report.ExportFormat;
import app.recount.session.SessionKey;
import app.recount.store.Settings.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.scene.Parent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws the page, its dialogs and the small view in both themes; the pictures are for people to look at. */
class AnalysesPicturesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_page_and_its_dialogs_can_be_drawn(Theme theme) throws Exception {
        try (var world = new RunsWorld(folder)) {
            var live = RunHistory.write(world);
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
                    "analyses-ended",
                    1104,
                    744,
                    (desk, actions) -> view(desk, actions, world, "ANALYSIS-2026-001"));
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
                return new FormDialog(
                        desk.texts(), form, desk.texts().get("analyses.start.confirm"), () -> {}, problem -> {});
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
                            () -> {},
                            problem -> {}));
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
                            () -> {},
                            problem -> {}));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void every_change_of_a_backfill_can_be_drawn(Theme theme) throws Exception {
        try (var world = new RunsWorld(folder)) {
            RunHistory.write(world);
            draw(theme, "backfill", 900, 480, (desk, actions) -> {
                var model = new BackfillModel();
                model.force().set(true);
                var form = new BackfillForm(
                        desk, model, new BackfillWork(desk, world.tracking.analyses(), () -> {}, model));
                model.planned(world.tracking
                        .analyses()
                        .backfill()
                        .plan(model.request().orElseThrow()));
                return new FormDialog(
                        desk.texts(), form, desk.texts().get("analyses.backfill.confirm"), () -> {}, problem -> {});
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
        return new RunSteps(desk, world.tracking::analyses, run -> {}, new EndNotice(desk, run -> {}));
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
        public void move(SessionKey fork) {}

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
