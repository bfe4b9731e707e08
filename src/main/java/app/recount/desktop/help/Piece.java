package app.recount.desktop.help;

/**
 * A run of words in one style.
 *
 * @param target where a link leads, as the document writes it; empty for everything else
 */
record Piece(Kind kind, String text, String target) {

    enum Kind {
        PLAIN,
        STRONG,
        EMPHASIS,
        CODE,
        LINK
    }

    static Piece of(Kind kind, String text) {
        return new Piece(kind, text, "");
    }

    /** What is read of it: an address, which nobody can follow here, stands behind the words of its link. */
    String shown() {
        return target.startsWith("http") ? "%s (%s)".formatted(text, target) : text;
    }
}
