package app.recount.problem;

import app.recount.text.Wording;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error that a user can meet:
 *
 * <pre>{@code
 * Problem.of("DB_IS_DIRECTORY", file).explained().advising(Action.openAnother())
 * }</pre>
 *
 * <p>What it says stands in the bundle under {@code problem.DB_IS_DIRECTORY} and {@code problem.DB_IS_DIRECTORY.cause}.
 *
 * @param code stable, upper case with underscores; scripts rely on it
 * @param message what failed, one sentence
 * @param cause why, one or two sentences, or null where the message says it all
 * @param actions what can be done, best first; may be empty
 */
public record Problem(
        String code, Wording message, @Nullable Wording cause, List<Action> actions) {

    private static final String TEXTS = "problem.";

    public Problem {
        actions = List.copyOf(actions);
    }

    /** For a code or a message that is not known before; see {@link #of} for all others. */
    public Problem(String code, Wording message) {
        this(code, message, null, List.of());
    }

    /**
     * A problem that only says what failed.
     *
     * @param what the code; where a code has several sentences, a word for this one behind a dot, as in {@code GIT_FAILED.interrupted}
     * @param arguments what fills the gaps of the message
     */
    public static Problem of(String what, Object... arguments) {
        int dot = what.indexOf('.');
        return new Problem(dot < 0 ? what : what.substring(0, dot), Wording.of(TEXTS + what, arguments));
    }

    /** The same with the cause that stands in the bundle beside the message of {@link #of}. */
    public Problem explained(Object... arguments) {
        return switch (message) {
            case Wording.Text text -> because(Wording.of(text.key() + ".cause", arguments));
            case Wording.Verbatim _, Wording.Sentences _ ->
                throw new IllegalStateException("Beside “%s” there is no cause".formatted(message));
        };
    }

    public Problem because(@Nullable Wording why) {
        return new Problem(code, message, why, actions);
    }

    /** The same with what SQLite, the system or a library says, if it says anything; of files in words. */
    public Problem because(Throwable why) {
        if (why.getMessage() == null) {
            return because((Wording) null);
        }
        return because(
                why instanceof IOException answer ? SystemAnswer.of(answer) : Wording.verbatim(why.getMessage()));
    }

    public Problem advising(Action... all) {
        return advising(List.of(all));
    }

    public Problem advising(List<Action> all) {
        return new Problem(code, message, cause, all);
    }

    /** What failed and why. */
    public Wording sentences() {
        return cause == null ? message : Wording.sentences(message, cause);
    }
}
