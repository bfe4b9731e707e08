package app.recount.desktop.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A piece of a line in one colour. The pieces joined are the line. */
public record WireToken(Kind kind, String text) {

    /** What a piece is; its style class carries its colour. */
    public enum Kind {
        PUNCTUATION,
        KEY,
        TEXT,
        NUMBER,
        WORD;

        public String styleClass() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Cuts one painted line; a line that is no whole piece of JSON is cut as well as it goes. */
    public static List<WireToken> of(String line) {
        var tokens = new ArrayList<WireToken>();
        int i = 0;
        while (i < line.length()) {
            int end = end(line, i);
            tokens.add(new WireToken(kind(line, i, end), line.substring(i, end)));
            i = end;
        }
        return List.copyOf(tokens);
    }

    private static int end(String line, int start) {
        if (line.charAt(start) == '"') {
            return stringEnd(line, start + 1);
        }
        boolean punctuation = isPunctuation(line.charAt(start));
        int end = start + 1;
        while (end < line.length() && line.charAt(end) != '"' && isPunctuation(line.charAt(end)) == punctuation) {
            end++;
        }
        return end;
    }

    private static int stringEnd(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '"') {
                return i + 1;
            }
        }
        return line.length();
    }

    private static Kind kind(String line, int start, int end) {
        char first = line.charAt(start);
        if (first == '"') {
            return end < line.length() && line.charAt(end) == ':' ? Kind.KEY : Kind.TEXT;
        }
        if (isPunctuation(first)) {
            return Kind.PUNCTUATION;
        }
        return Character.isLetter(first) ? Kind.WORD : Kind.NUMBER;
    }

    private static boolean isPunctuation(char c) {
        return "{}[],: ".indexOf(c) >= 0;
    }
}
