package app.recount.desktop.widget;

import java.util.List;
import java.util.Optional;

/**
 * A line of bytes as it is painted.
 *
 * @param offset of its first byte in the whole body
 * @param indent how deep it is nested; painted, not part of the bytes
 * @param path of the value that the line holds, such as {@code properties.read_tokens}; empty where there is none
 */
public record WireLine(int offset, int indent, List<Token> tokens, Optional<String> path) {

    /** What a stretch of text is, for its colour. */
    public enum Kind {
        PLAIN,
        KEY,
        TEXT,
        NUMBER,
        WORD
    }

    /** A stretch of text of one kind. */
    public record Token(Kind kind, String text) {}

    public WireLine {
        tokens = List.copyOf(tokens);
    }

    /** The bytes of the line, decoded. */
    public String text() {
        var text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text()));
        return text.toString();
    }
}
