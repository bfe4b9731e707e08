package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.RunStatus;
import app.recount.analysis.RunTool;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs for pictures, such as weeks of work leave behind. */
public final class RunHistory {

    private static final String LIVE = "8c41f0d2-5a01-4c5e-9a55-0f6f3ad0b7e3";
    private static final String SILENT = "d07a55be-1111-4c5e-9a55-0f6f3ad0b7e3";
    private static final String PAST = "91c2e6f4-2222-4c5e-9a55-0f6f3ad0b7e3";

    private RunHistory() {}

    /** A few runs of the past, one left open, and one that is live with three stages. */
    public static AnalysisRun write(RunsWorld world) {
        world.source("epoch-2026-compute", "Trends in training compute");
        world.source("iea-2026-outlook", "World energy outlook 2026");
        world.source("nrel-2026-grid-with-a-name-that-is-longer-than-any-list", "Grid outlook");
        world.source("outlook-synthesis", "What the outlooks agree on");
        world.source("bis-q1", "Quarterly review, first quarter");
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
        world.start("bis-q1", Optional.of(SILENT));
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
}
