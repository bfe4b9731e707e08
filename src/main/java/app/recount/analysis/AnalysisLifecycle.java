package app.recount.analysis;

import app.recount.session.SessionKey;

/**
 * Starts, marks and ends runs. Every step is one transaction, safe beside other processes; each looks at the session first.
 * Problems: {@code SESSION_AMBIGUOUS} (see {@link AmbiguousSessionException}), {@code RUN_NOT_FOUND}, {@code RUN_NOT_OPEN}, {@code
 * RUN_NOT_ENDED}, {@code STAGE_NAME_INVALID}.
 */
public final class AnalysisLifecycle {

    public AnalysisRun start(StartRequest request) {
        throw new UnsupportedOperationException();
    }

    public AnalysisRun mark(String id, String stage, java.util.Optional<String> notes) {
        throw new UnsupportedOperationException();
    }

    public AnalysisRun complete(CompleteRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Opens a run again that was ended by mistake; its end is forgotten, its stages stay. */
    public AnalysisRun reopen(String id) {
        throw new UnsupportedOperationException();
    }

    /** Counts from now on in another session, after the user's yes; the deltas so far stay. */
    public AnalysisRun moveTo(String id, SessionKey session) {
        throw new UnsupportedOperationException();
    }

    /** The run as it stands; for an open one this looks at its session and may store a sample of the curve. */
    public RunProgress observe(String id) {
        throw new UnsupportedOperationException();
    }
}
