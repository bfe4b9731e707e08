package app.recount.report;

import app.recount.analysis.AnalysisRun;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a synthesis cost together with the runs that it was made from. Counted anew each time, so that it is right also after an input
 * was backfilled.
 *
 * @param inputs each input once, in the order given
 * @param tokens of the run and its inputs, as far as they are known
 * @param unknownTokens how many of them are not known
 */
public record EndToEnd(List<Input> inputs, long tokens, int unknownTokens, BigDecimal costUsd, int unknownCosts) {

    public EndToEnd {
        inputs = List.copyOf(inputs);
    }

    /** One input; a run that does not exist (any more) has neither tokens nor cost. */
    public record Input(String id, Optional<Long> tokens, Optional<BigDecimal> costUsd) {}

    public static EndToEnd of(AnalysisRun synthesis, Function<String, Optional<AnalysisRun>> find) {
        var inputs = synthesis.inputs().analysisIds().stream()
                .distinct()
                .filter(id -> !id.equals(synthesis.id()))
                .map(id -> input(id, find.apply(id)))
                .toList();
        var tokens = inputs.stream().map(Input::tokens).collect(Collectors.toList());
        tokens.add(synthesis.ownTokens());
        var costs = inputs.stream().map(Input::costUsd).collect(Collectors.toList());
        costs.add(Optional.ofNullable(synthesis.tokens().costUsd()));
        return new EndToEnd(
                inputs,
                tokens.stream()
                        .flatMap(Optional::stream)
                        .mapToLong(Long::longValue)
                        .sum(),
                (int) tokens.stream().filter(Optional::isEmpty).count(),
                costs.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add),
                (int) costs.stream().filter(Optional::isEmpty).count());
    }

    private static Input input(String id, Optional<AnalysisRun> run) {
        return new Input(
                id,
                run.flatMap(AnalysisRun::ownTokens),
                run.flatMap(found -> Optional.ofNullable(found.tokens().costUsd())));
    }
}
