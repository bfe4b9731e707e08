package app.recount.analysis;

import java.util.List;
import java.util.Optional;

/**
 * How a run ends, and what is said of it anew: what is empty keeps what the run has, a list without ids and a blank text take it away.
 *
 * @param tokensFinal overrides the session's count
 * @param status any but {@code started}
 */
public record CompleteRequest(
        String id,
        RunStatus status,
        Optional<Long> tokensFinal,
        Optional<List<String>> claimsExtracted,
        Optional<List<String>> claimsUpdated,
        Optional<String> analysisFile,
        Optional<List<String>> inputsSourceIds,
        Optional<List<String>> inputsAnalysisIds,
        Optional<String> notes,
        boolean estimateCost) {

    /** A run about which nothing more is said: count, claims and inputs stay as they are. */
    public CompleteRequest(String id, RunStatus status, Optional<String> notes, boolean estimateCost) {
        this(
                id,
                status,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                notes,
                estimateCost);
    }
}
