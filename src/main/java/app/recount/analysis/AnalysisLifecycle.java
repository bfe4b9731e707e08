package app.recount.analysis;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.session.SessionKey;
import app.recount.text.Texts;
import java.util.Optional;
import java.util.function.Function;

/**
 * Starts, marks and ends runs. Every step is one transaction, safe beside other processes; each looks at the session first.
 * Problems: {@code SESSION_AMBIGUOUS} (see {@link AmbiguousSessionException}), {@code SOURCE_ID_INVALID}, {@code RUN_NOT_FOUND}, {@code
 * RUN_NOT_OPEN}, {@code RUN_NOT_ENDED}, {@code RUN_BUSY}, {@code STAGE_NAME_INVALID}, {@code STATUS_INVALID}, {@code
 * TOKENS_FINAL_INVALID}, {@code SESSION_NOT_USABLE}.
 */
public final class AnalysisLifecycle {

    /** Each failed try means that somebody else got something done. */
    private static final int TRIES = 100;

    private final AnalysisStore runs;
    private final SessionLooks looks;
    private final RunStart start;
    private final RunEnd end;
    private final RunCurve curve;
    private final RunRelocation relocation;
    private final RunObservation observation;
    private final Texts texts;

    AnalysisLifecycle(
            AnalysisStore runs,
            SessionLooks looks,
            RunStart start,
            RunEnd end,
            RunCurve curve,
            RunRelocation relocation,
            RunObservation observation,
            Texts texts) {
        this.runs = runs;
        this.looks = looks;
        this.start = start;
        this.end = end;
        this.curve = curve;
        this.relocation = relocation;
        this.observation = observation;
        this.texts = texts;
    }

    /** Begins a run; what its session holds now is the baseline. */
    public AnalysisRun start(StartRequest request) {
        return start.start(request);
    }

    /** Ends the current stage under this name. */
    public AnalysisRun mark(String id, String stage, Optional<String> notes) {
        var name = stage.strip();
        if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(Problem.of("STAGE_NAME_INVALID").advising(Action.read("nameStage")));
        }
        return change(id, stored -> {
            requireOpen(stored.run());
            var session = looks.look(stored.run().session()).snapshot();
            curve.completeTo(stored, session);
            return runs.replace(stored, RunCount.of(stored, texts).marked(name, notes.orElse(null), session));
        });
    }

    /** Ends the run: completed, failed, canceled or draft. */
    public AnalysisRun complete(CompleteRequest request) {
        if (request.status() == RunStatus.STARTED) {
            throw new ProblemException(Problem.of("STATUS_INVALID").advising(Action.read("useStatus")));
        }
        return change(request.id(), stored -> {
            requireOpen(stored.run());
            var look = looks.look(stored.run().session());
            curve.completeTo(stored, look.snapshot());
            return runs.replace(stored, end.ended(stored, request, look));
        });
    }

    /** Opens a run again that was ended by mistake; its end is forgotten, its stages stay. */
    public AnalysisRun reopen(String id) {
        return change(id, stored -> {
            if (stored.run().isOpen()) {
                throw new ProblemException(Problem.of("RUN_NOT_ENDED", id));
            }
            return runs.replace(stored, RunEnd.reopened(stored.run()));
        });
    }

    /**
     * Counts from now on in another session, after the user's yes; the deltas so far stay. Of a fork of the run's session all calls since
     * the run's start count, of any other session those from now on.
     */
    public AnalysisRun moveTo(String id, SessionKey session) {
        return change(id, stored -> {
            requireOpen(stored.run());
            return relocation.move(stored, session);
        });
    }

    /** The run as it stands; for an open one this looks at its session and may store a sample of the curve. */
    public RunProgress observe(String id) {
        return observation.observe(runs.require(id));
    }

    /** Looks and decides anew whenever somebody else changed the run between reading and writing it. */
    private AnalysisRun change(String id, Function<StoredRun, Optional<AnalysisRun>> step) {
        for (int i = 0; i < TRIES; i++) {
            var changed = step.apply(runs.require(id));
            if (changed.isPresent()) {
                return changed.get();
            }
        }
        throw new ProblemException(Problem.of("RUN_BUSY", id).advising(Action.tryAgain()));
    }

    private static void requireOpen(AnalysisRun run) {
        if (!run.isOpen()) {
            throw new ProblemException(
                    Problem.of("RUN_NOT_OPEN", run.id(), run.status()).advising(Action.read("newRun")));
        }
    }
}
