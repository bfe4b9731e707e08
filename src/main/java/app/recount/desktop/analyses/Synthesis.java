package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.AnalysisRun.Tokens;
import app.recount.analysis.EndToEnd;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a synthesis took from its inputs to its own end, or to now while it is open.
 *
 * @param sources of the inputs, in their order; empty for one that does not exist
 */
record Synthesis(EndToEnd end, List<String> sources, Optional<BigDecimal> ownCost) {

    /** Empty if the run is no synthesis. */
    static Optional<Synthesis> of(Observed observed, Function<String, Optional<AnalysisRun>> runs) {
        var run = observed.progress().run();
        if (run.inputs().analysisIds().isEmpty()) {
            return Optional.empty();
        }
        var counters = Counters.of(observed.progress());
        var known = run.inputs().analysisIds().stream()
                .flatMap(id -> runs.apply(id).stream())
                .toList();
        var end = EndToEnd.of(now(run, counters), known);
        var sources = end.inputs().stream()
                .map(input -> runs.apply(input.id()).map(AnalysisRun::sourceId).orElse(""))
                .toList();
        return Optional.of(new Synthesis(end, sources, counters.costUsd()));
    }

    /** The run as if it ended now: an open one has no tokens stored. */
    private static AnalysisRun now(AnalysisRun run, Counters counters) {
        if (!run.isOpen()) {
            return run;
        }
        var tokens = new Tokens(
                null,
                null,
                counters.total().orElse(null),
                run.tokens().baseline(),
                null,
                counters.total().orElse(null),
                counters.costUsd().orElse(null));
        return run.withTokens(tokens);
    }
}
