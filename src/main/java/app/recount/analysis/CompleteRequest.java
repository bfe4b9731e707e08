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
        boolean estimateCost) {}
