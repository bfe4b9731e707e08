package app.recount.problem;

/**
 * Something that can be done about a {@link Problem}. The desktop turns it into a button where {@code kind} names one of its own
 * commands, the command line prints {@code sentence}.
 *
 * @param kind what the desktop should do; {@link Kind#READ} means that only the sentence helps
 * @param sentence one imperative sentence, complete with its full stop
 */
public record Action(Kind kind, String sentence) {

    /** The desktop's own commands that an action may stand for. */
    public enum Kind {
        OPEN_ANOTHER,
        SHOW_DATA_DIRECTORY,
        TRY_AGAIN,
        REVIEW,
        OPEN_SETTINGS,
        SHOW_RECEIPTS,
        READ
    }

    public static Action openAnother() {
        return new Action(Kind.OPEN_ANOTHER, "Open another database.");
    }

    public static Action showDataDirectory() {
        return new Action(Kind.SHOW_DATA_DIRECTORY, "Look into the data directory.");
    }

    public static Action tryAgain() {
        return new Action(Kind.TRY_AGAIN, "Try again.");
    }

    public static Action reviewAgain() {
        return new Action(Kind.REVIEW, "Preview the payload again and approve what it shows now.");
    }

    public static Action openSettings() {
        return new Action(Kind.OPEN_SETTINGS, "Change it in the settings.");
    }

    public static Action showReceipts() {
        return new Action(Kind.SHOW_RECEIPTS, "Look at the receipts.");
    }

    public static Action read(String sentence) {
        return new Action(Kind.READ, sentence);
    }
}
