package app.recount.session;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a session has used up to some moment, or within a window.
 *
 * @param own its own calls
 * @param subagents the calls of its subagents, apart; {@code calls} is 0 if there is none
 * @param byModel both together by model; calls whose model is not known stand under the empty name
 */
public record Usage(TokenCount own, TokenCount subagents, SortedMap<String, TokenCount> byModel) {

    public static final Usage NONE = new Usage(TokenCount.ZERO, TokenCount.ZERO, new TreeMap<>());

    public Usage {
        byModel = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(byModel));
    }

    /** Sums calls that are each counted once already. */
    public static Usage of(Iterable<Call> calls) {
        var own = TokenCount.ZERO;
        var subagents = TokenCount.ZERO;
        var byModel = new TreeMap<String, TokenCount>();
        for (var call : calls) {
            if (call.subagent()) {
                subagents = subagents.plus(call.tokens());
            } else {
                own = own.plus(call.tokens());
            }
            byModel.merge(call.model() == null ? "" : call.model(), call.tokens(), TokenCount::plus);
        }
        return new Usage(own, subagents, byModel);
    }

    /** Session and subagents together. */
    public TokenCount all() {
        return own.plus(subagents);
    }

    public Usage plus(Usage other) {
        var models = new TreeMap<>(byModel);
        other.byModel.forEach((model, tokens) -> models.merge(model, tokens, TokenCount::plus));
        return new Usage(own.plus(other.own), subagents.plus(other.subagents), models);
    }

    /** The difference; {@link #isLoss()} tells that the other was larger, which no growing session is. */
    public Usage minus(Usage other) {
        var models = new TreeMap<>(byModel);
        other.byModel.forEach((model, tokens) -> models.merge(model, TokenCount.ZERO.minus(tokens), TokenCount::plus));
        return new Usage(
                own.minus(other.own),
                subagents.minus(other.subagents),
                models.entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(TokenCount.ZERO))
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, TokenCount::plus, TreeMap::new)));
    }

    /**
     * Whether a difference says that something was lost. While an answer is written, what is known of it may move between the kinds of
     * one side, as from 5-minute to 1-hour cache writes, and from a subagent that repeats it to the session that asked; nothing is lost by that.
     */
    public boolean isLoss() {
        return all().isLoss();
    }
}
