package app.recount.problem;

import app.recount.text.Wording;

/**
 * Something that can be done about a {@link Problem}. The desktop turns it into a button where {@code kind} names one of its own
 * commands, the command line prints {@code sentence}.
 *
 * @param kind what the desktop should do; {@link Kind#READ} means that only the sentence helps
 * @param sentence one imperative sentence, complete with its full stop
 */
public record Action(Kind kind, Wording sentence) {

    /** The desktop's own commands that an action may stand for. */
    public enum Kind {
        OPEN_ANOTHER,
        OPEN_OWN,
        SHOW_DATA_DIRECTORY,
        TRY_AGAIN,
        REVIEW,
        OPEN_SETTINGS,
        SHOW_RECEIPTS,
        READ
    }

    public static Action openAnother() {
        return new Action(Kind.OPEN_ANOTHER, Wording.of("action.openAnother"));
    }

    public static Action showDataDirectory() {
        return new Action(Kind.SHOW_DATA_DIRECTORY, Wording.of("action.showDataDirectory"));
    }

    public static Action tryAgain() {
        return new Action(Kind.TRY_AGAIN, Wording.of("action.tryAgain"));
    }

    /** Behind what has to be done first: the problem does not pass by itself. */
    public static Action tryAgainThen() {
        return new Action(Kind.TRY_AGAIN, Wording.of("action.tryAgainThen"));
    }

    public static Action reviewAgain() {
        return new Action(Kind.REVIEW, Wording.of("action.reviewAgain"));
    }

    public static Action openSettings() {
        return new Action(Kind.OPEN_SETTINGS, Wording.of("action.openSettings"));
    }

    public static Action showReceipts() {
        return new Action(Kind.SHOW_RECEIPTS, Wording.of("action.showReceipts"));
    }

    /**
     * Something that the user does elsewhere.
     *
     * @param which the text's key behind {@code action.}
     */
    public static Action read(String which, Object... arguments) {
        return new Action(Kind.READ, Wording.of("action." + which, arguments));
    }
}
