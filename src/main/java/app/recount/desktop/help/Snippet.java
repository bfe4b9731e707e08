package app.recount.desktop.help;

import app.recount.desktop.help.Piece.Kind;
import java.util.ArrayList;
import java.util.List;

/** The words around what was found, which stands out; as much as fits into two lines of a narrow column. */
final class Snippet {

    private static final int LONGEST = 60;

    /** In front of what was found. */
    private static final int BEFORE = 16;

    private static final String MORE = "…";

    /** Two cells of a row. */
    private static final String BETWEEN = " · ";

    private Snippet() {}

    static List<Piece> of(String passage, SearchWords words) {
        var text = passage.replace('\n', ' ').replace(Passages.BESIDE, BETWEEN);
        var spans = words.spans(text);
        int first = spans.isEmpty() ? 0 : spans.getFirst().start();
        int start = wordAfter(text, Math.min(first - BEFORE, text.length() - LONGEST), first);
        int end = wordBefore(text, start + LONGEST);
        return pieces(text, start, end, spans);
    }

    /** Where the next word begins, but not behind what was found. */
    private static int wordAfter(String text, int from, int found) {
        if (from <= 0) {
            return 0;
        }
        int space = text.indexOf(' ', from);
        if (space < 0 || space >= found) {
            return from;
        }
        return text.startsWith(BETWEEN, space) ? space + BETWEEN.length() : space + 1;
    }

    private static int wordBefore(String text, int to) {
        if (to >= text.length()) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', to);
        return to - space > LONGEST / 2 ? to : space;
    }

    private static List<Piece> pieces(String text, int start, int end, List<SearchWords.Span> spans) {
        var pieces = new ArrayList<Piece>();
        int at = start;
        add(Kind.PLAIN, start > 0 ? MORE : "", pieces);
        for (var span : spans) {
            int from = Math.clamp(span.start(), at, end);
            int to = Math.clamp(span.end(), at, end);
            add(Kind.PLAIN, text.substring(at, from), pieces);
            add(Kind.STRONG, text.substring(from, to), pieces);
            at = to;
        }
        var rest = text.substring(at, end);
        add(Kind.PLAIN, end < text.length() ? rest.replaceFirst("[ .,;:·]+$", "") + MORE : rest, pieces);
        return List.copyOf(pieces);
    }

    private static void add(Kind kind, String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(Piece.of(kind, text));
        }
    }
}
