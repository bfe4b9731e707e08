package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.RunStatus;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Notice;
import app.recount.desktop.widget.Status;
import java.util.function.Consumer;

/** Says that a run has ended, and offers to take that back. */
final class EndNotice {

    private static final String CODE = "RUN_ENDED";

    private final Desk desk;
    private final Consumer<AnalysisRun> reopen;

    /**
     * The newest end stands alone.
     *
     * @param reopen asks whether it is meant: the notice may stand for hours, and what was counted at the end is forgotten
     */
    EndNotice(Desk desk, Consumer<AnalysisRun> reopen) {
        this.desk = desk;
        this.reopen = reopen;
    }

    void ended(AnalysisRun run) {
        desk.notices()
                .offer(
                        run.status().equals(RunStatus.COMPLETED.word()) ? Status.GOOD : Status.NOTE,
                        CODE,
                        desk.texts().get("analyses.ended." + run.status(), run.id()),
                        new Notice.Offer(desk.texts().get("analyses.reopen"), () -> reopen.accept(run)));
    }

    /** There is no end any more that could be taken back, or its run is not looked at any more. */
    void takeBack() {
        desk.notices().resolve(CODE);
    }
}
