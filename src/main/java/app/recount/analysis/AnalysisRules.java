package app.recount.analysis;

import java.util.List;

/** Checks all runs against the rules. */
public final class AnalysisRules {

    /** Errors first, then by run. */
    public List<RunFinding> check() {
        throw new UnsupportedOperationException();
    }
}
