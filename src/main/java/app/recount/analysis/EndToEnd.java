package app.recount.analysis;

import app.recount.session.TokenSum;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a synthesis took with everything it was made from: its own tokens and those of its inputs, each input once.
 *
 * @param run id of the synthesis
 * @param own its own use; empty if unknown
 * @param inputs in the order given
 * @param total empty if one of the parts is unknown, or if it is too large; never a sum with holes
 * @param costUsd likewise
 * @param unknown ids of the parts whose tokens are unknown
 */
public record EndToEnd(
        String run,
        Optional<Long> own,
        List<Input> inputs,
        Optional<Long> total,
        Optional<BigDecimal> costUsd,
        List<String> unknown) {

    /**
     * A run that the synthesis was made from.
     *
     * @param exists whether there is such a run
     */
    public record Input(String id, boolean exists, Optional<Long> tokens, Optional<BigDecimal> costUsd) {}

    public EndToEnd {
        inputs = List.copyOf(inputs);
        unknown = List.copyOf(unknown);
    }

    /** Adds up; of {@code known} those that are no inputs do not matter. */
    public static EndToEnd of(AnalysisRun run, List<AnalysisRun> known) {
        Map<String, AnalysisRun> byId =
                known.stream().collect(Collectors.toMap(AnalysisRun::id, Function.identity(), (first, _) -> first));
        var inputs = run.inputs().analysisIds().stream()
                .distinct()
                .filter(id -> !id.equals(run.id()))
                .map(id -> input(id, Optional.ofNullable(byId.get(id))))
                .toList();
        var parts = Stream.concat(inputs.stream(), Stream.of(input(run.id(), Optional.of(run))))
                .toList();
        var unknown = parts.stream()
                .filter(part -> part.tokens().isEmpty())
                .map(Input::id)
                .toList();
        return new EndToEnd(
                run.id(),
                run.ownTokens(),
                inputs,
                unknown.isEmpty()
                        ? TokenSum.of(parts.stream()
                                .map(part -> part.tokens().orElseThrow())
                                .toList())
                        : Optional.empty(),
                parts.stream().allMatch(part -> part.costUsd().isPresent())
                        ? parts.stream()
                                .map(part -> part.costUsd().orElseThrow())
                                .reduce(BigDecimal::add)
                        : Optional.empty(),
                unknown);
    }

    private static Input input(String id, Optional<AnalysisRun> run) {
        return new Input(
                id,
                run.isPresent(),
                run.flatMap(AnalysisRun::ownTokens),
                run.flatMap(found -> Optional.ofNullable(found.tokens().costUsd())));
    }
}
