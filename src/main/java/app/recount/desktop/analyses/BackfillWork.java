package app.recount.desktop.analyses;

import app.recount.analysis.Analyses;
import app.recount.analysis.UsageBackfill.Plan;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.LongWork;
import app.recount.desktop.widget.Status;
import app.recount.problem.Problem;
import java.util.function.Consumer;

/** Works out off the window's thread what a backfill of some runs would change, and stores what is wanted of it there. */
final class BackfillWork {

    private final Desk desk;
    private final Analyses analyses;
    private final Runnable changed;
    private final BackfillModel model;
    private int turns;

    BackfillWork(Desk desk, Analyses analyses, Runnable changed, BackfillModel model) {
        this.desk = desk;
        this.analyses = analyses;
        this.changed = changed;
        this.model = model;
    }

    /** Works it out anew whenever another question is asked. */
    void begin() {
        model.from().subscribe((before, now) -> plan());
        model.until().subscribe((before, now) -> plan());
        model.tool().subscribe((before, now) -> plan());
        model.force().subscribe((before, now) -> plan());
        plan();
    }

    private void plan() {
        int turn = ++turns;
        model.unplan();
        model.request()
                .ifPresent(request -> desk.background()
                        .task(
                                desk.texts().get("analyses.task.plan"),
                                progress -> analyses.backfill().plan(request))
                        .whenDone(plan -> ifStillAsked(turn, () -> model.planned(plan)))
                        .whenFailed(problem -> ifStillAsked(turn, () -> model.failed(problem)))
                        .start());
    }

    private void ifStillAsked(int turn, Runnable answer) {
        if (turn == turns) {
            answer.run();
        }
    }

    void apply(Plan wanted, Runnable done, Consumer<Problem> failed) {
        desk.background()
                .task(
                        desk.texts().get("analyses.task.backfill"),
                        progress -> analyses.backfill().apply(wanted))
                .isLong(LongWork.BACKFILL)
                .whenDone(applied -> {
                    done.run();
                    desk.notices()
                            .say(
                                    Status.GOOD,
                                    "BACKFILLED",
                                    desk.texts()
                                            .get(
                                                    "analyses.backfill.done",
                                                    applied.entries().size()));
                    changed.run();
                })
                .whenFailed(failed)
                .start();
    }
}
