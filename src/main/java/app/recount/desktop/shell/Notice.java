package app.recount.desktop.shell;

import app.recount.desktop.widget.Status;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.text.Wording;
import java.util.List;
import java.util.Optional;

/**
 * Something said above the page until it is dismissed.
 *
 * @param code of the problem that it came from; a newer notice of the same code takes its place
 * @param actions what can be done about it
 * @param offer what else its page offers with it
 */
public record Notice(
        Status status,
        Optional<String> code,
        Wording message,
        Optional<Wording> cause,
        List<Action> actions,
        Optional<Offer> offer) {

    /** A button with what it does. */
    public record Offer(String label, Runnable action) {}

    public Notice {
        actions = List.copyOf(actions);
    }

    static Notice of(Problem problem) {
        return new Notice(
                Status.FAILURE,
                Optional.of(problem.code()),
                problem.message(),
                Optional.ofNullable(problem.cause()),
                problem.actions(),
                Optional.empty());
    }
}
