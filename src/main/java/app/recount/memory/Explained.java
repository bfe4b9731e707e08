package app.recount.memory;

import java.util.List;

/**
 * Answers to a question, and the reading that they are about.
 *
 * @param explanations in the order of the wire
 */
public record Explained(Activity activity, List<Explanation> explanations) {
    public Explained {
        explanations = List.copyOf(explanations);
    }
}
