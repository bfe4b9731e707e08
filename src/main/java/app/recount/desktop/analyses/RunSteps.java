package app.recount.desktop.analyses;

import app.recount.analysis.AmbiguousSessionException;
import app.recount.analysis.Analyses;
import app.recount.analysis.AnalysisRun;
import app.recount.analysis.CompleteRequest;
import app.recount.analysis.Source;
import app.recount.analysis.StartRequest;
import app.recount.desktop.shell.Desk;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.session.SessionKey;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes the steps of runs off the window's thread, and shows the run afterwards. Each question has its own: what is confirmed is done with
 * the runs that were looked at when it was asked, for another store, such as the demo's, may have a run of the same id.
 */
final class RunSteps {

    private final Desk desk;
    private final Supplier<Analyses> shown;
    private final Analyses asked;
    private final Consumer<AnalysisRun> changed;
    private final EndNotice notice;

    /**
     * Takes steps in the runs that are looked at now.
     *
     * @param shown those that are looked at by the time of the call
     * @param changed is told of a run that was changed, unless others are looked at by then
     */
    RunSteps(Desk desk, Supplier<Analyses> shown, Consumer<AnalysisRun> changed, EndNotice notice) {
        this.desk = desk;
        this.shown = shown;
        this.asked = shown.get();
        this.changed = changed;
        this.notice = notice;
    }

    /** Starts a run, and registers its source if it is a new one with a title. */
    void start(StartRequest request, Optional<Source> source, Runnable done, Consumer<Problem> failed) {
        take("analyses.task.start", analyses -> started(analyses, request, source), run -> done.run(), failed);
    }

    void mark(String id, String stage, Optional<String> notes, Runnable done, Consumer<Problem> failed) {
        take("analyses.task.mark", analyses -> analyses.lifecycle().mark(id, stage, notes), run -> done.run(), failed);
    }

    void complete(CompleteRequest request, Runnable done, Consumer<Problem> failed) {
        take(
                "analyses.task.end",
                analyses -> analyses.lifecycle().complete(request),
                run -> {
                    done.run();
                    if (isStillShown()) {
                        notice.ended(run);
                    }
                },
                failed);
    }

    void reopen(String id, Runnable done, Consumer<Problem> failed) {
        take(
                "analyses.task.reopen",
                analyses -> analyses.lifecycle().reopen(id),
                run -> {
                    done.run();
                    if (isStillShown()) {
                        notice.takeBack();
                    }
                },
                failed);
    }

    void move(String id, SessionKey session) {
        take(
                "analyses.task.move",
                analyses -> analyses.lifecycle().moveTo(id, session),
                run -> {},
                desk.notices()::show);
    }

    private static AnalysisRun started(Analyses analyses, StartRequest request, Optional<Source> source) {
        try {
            var run = analyses.lifecycle().start(request);
            source.ifPresent(analyses.sources()::add);
            return run;
        } catch (AmbiguousSessionException e) {
            throw new ProblemException(e.problem(), e);
        }
    }

    private void take(
            String task, Function<Analyses, AnalysisRun> step, Consumer<AnalysisRun> done, Consumer<Problem> failed) {
        desk.background()
                .task(desk.texts().get(task), progress -> step.apply(asked))
                .whenDone(run -> {
                    done.accept(run);
                    if (isStillShown()) {
                        changed.accept(run);
                    }
                })
                .whenFailed(failed)
                .start();
    }

    private boolean isStillShown() {
        return shown.get().equals(asked);
    }
}
