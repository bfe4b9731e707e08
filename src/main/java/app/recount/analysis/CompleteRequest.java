package app.recount.analysis;

import java.util.List;
import java.util.Optional;

/**
 * How a run ends.
 *
 * @param tokensFinal overrides the session's count
 * @param status any but {@code started}
 * @param claimsExtracted empty keeps what the run has
 */
public record CompleteRequest(
        String id,
        RunStatus status,
        Optional<Long> tokensFinal,
        List<String> claimsExtracted,
        List<String> claimsUpdated,
        Optional<String> analysisFile,
        List<String> inputsSourceIds,
        List<String> inputsAnalysisIds,
        Optional<String> notes,
        boolean estimateCost) {

    /** A run about which nothing more is said: count, claims and inputs stay as they are. */
    public CompleteRequest(String id, RunStatus status, Optional<String> notes, boolean estimateCost) {
        this(
                id,
                status,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                notes,
                estimateCost);
    }
}
