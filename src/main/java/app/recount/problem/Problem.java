package app.recount.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error that a user can meet.
 *
 * @param code stable, upper case with underscores; scripts rely on it
 * @param message what failed, one sentence
 * @param cause why, one or two sentences, or null where the message says it all
 * @param actions what can be done, best first; may be empty
 */
public record Problem(String code, String message, @Nullable String cause, List<Action> actions) {

    public Problem {
        actions = List.copyOf(actions);
    }

    public Problem(String code, String message, @Nullable String cause, Action... actions) {
        this(code, message, cause, List.of(actions));
    }
}
