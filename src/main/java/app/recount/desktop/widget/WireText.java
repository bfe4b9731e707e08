package app.recount.desktop.widget;

import app.recount.desktop.widget.WireLine.Kind;
import app.recount.desktop.widget.WireLine.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Cuts bytes into lines to be painted without changing any of them: the texts of all lines together are the bytes. JSON is cut after
 * each opening bracket and each comma, so that every value has a line; its bytes are never parsed into values and written again.
 */
public final class WireText {

    private final byte[] bytes;
    private final int base;
    private final List<WireLine> lines = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<Boolean> inObject = new ArrayDeque<>();
    private Optional<String> linePath = Optional.empty();
    private boolean keyExpected;
    private int lineStart;
    private int lineDepth;

    private WireText(byte[] bytes, int base) {
        this.bytes = bytes;
        this.base = base;
    }

    /**
     * One line per value.
     *
     * @param json UTF-8 without whitespace between tokens, as a sealed payload has it; anything else is shown all the same
     * @param base offset of the first byte in the whole body
     */
    public static List<WireLine> json(byte[] json, int base) {
        return new WireText(json, base).cut();
    }

    /** Lines of equal length, for bytes as they are; a character of several bytes is never cut. */
    public static List<WireLine> plain(byte[] bytes, int length) {
        var lines = new ArrayList<WireLine>();
        int from = 0;
        while (from < bytes.length) {
            int to = Math.min(bytes.length, from + length);
            while (to < bytes.length && (bytes[to] & 0xC0) == 0x80) {
                to++;
            }
            var text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            lines.add(new WireLine(from, 0, List.of(new Token(Kind.PLAIN, text)), Optional.empty()));
            from = to;
        }
        return lines;
    }

    private List<WireLine> cut() {
        int at = 0;
        while (at < bytes.length) {
            int to = endOfToken(at);
            take(at, to);
            at = to;
        }
        endLine(bytes.length);
        return lines;
    }

    private void take(int from, int to) {
        var text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        switch (bytes[from]) {
            case '{', '[' -> open(text, to, bytes[from] == '{');
            case '}', ']' -> close(text);
            case ',' -> {
                tokens.add(new Token(Kind.PLAIN, text));
                endLine(to);
                keyExpected = Boolean.TRUE.equals(inObject.peek());
            }
            case ':' -> tokens.add(new Token(Kind.PLAIN, text));
            case '"' -> string(text);
            default -> tokens.add(new Token(Character.isLetter(bytes[from]) ? Kind.WORD : Kind.NUMBER, text));
        }
    }

    private void open(String text, int to, boolean object) {
        tokens.add(new Token(Kind.PLAIN, text));
        endLine(to);
        path.push(linePathOfPrevious());
        inObject.push(object);
        keyExpected = object;
        lineDepth = inObject.size();
    }

    private void close(String text) {
        tokens.add(new Token(Kind.PLAIN, text));
        if (!inObject.isEmpty()) {
            inObject.pop();
            path.pop();
        }
    }

    private void string(String text) {
        tokens.add(new Token(keyExpected ? Kind.KEY : Kind.TEXT, text));
        if (keyExpected) {
            var key = text.length() >= 2 ? text.substring(1, text.length() - 1) : text;
            var above = path.peek();
            linePath = Optional.of(above == null || above.isEmpty() ? key : above + "." + key);
            keyExpected = false;
        }
    }

    private String linePathOfPrevious() {
        return lines.getLast().path().orElse("");
    }

    private void endLine(int end) {
        if (!tokens.isEmpty()) {
            lines.add(new WireLine(base + lineStart, lineDepth, tokens, linePath));
            tokens.clear();
        }
        linePath = Optional.empty();
        lineStart = end;
        lineDepth = inObject.size();
    }

    private int endOfToken(int from) {
        return switch (bytes[from]) {
            case '{', '}', '[', ']', ',', ':' -> from + 1;
            case '"' -> endOfString(from);
            default -> endOfLiteral(from);
        };
    }

    private int endOfString(int from) {
        int at = from + 1;
        while (at < bytes.length && bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        return Math.min(bytes.length, at + 1);
    }

    private int endOfLiteral(int from) {
        int at = from + 1;
        while (at < bytes.length && "{}[],:\"".indexOf(bytes[at]) < 0) {
            at++;
        }
        return at;
    }
}
