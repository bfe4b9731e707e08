package app.recount.desktop.help;

import app.recount.desktop.help.Piece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the words of a line: code, strong, emphasis and links, as far as the project's documents use Markdown. */
final class Pieces {

    private static final Pattern STYLED = Pattern.compile(
            "`(?<code>[^`]+)`|\\*\\*(?<strong>.+?)\\*\\*|\\*(?<emphasis>[^*\\s][^*]*)\\*|\\[(?<link>[^]]+)]\\((?<target>[^)]+)\\)");

    private Pieces() {}

    static List<Piece> of(String text) {
        var pieces = new ArrayList<Piece>();
        var matcher = STYLED.matcher(text);
        int end = 0;
        while (matcher.find()) {
            plain(text.substring(end, matcher.start()), pieces);
            pieces.add(styled(matcher.toMatchResult()));
            end = matcher.end();
        }
        plain(text.substring(end), pieces);
        return List.copyOf(pieces);
    }

    private static void plain(String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(Piece.of(Kind.PLAIN, text));
        }
    }

    private static Piece styled(MatchResult found) {
        if (found.group("code") != null) {
            return Piece.of(Kind.CODE, found.group("code"));
        }
        if (found.group("strong") != null) {
            return Piece.of(Kind.STRONG, bare(found.group("strong")));
        }
        return found.group("emphasis") != null
                ? Piece.of(Kind.EMPHASIS, bare(found.group("emphasis")))
                : new Piece(Kind.LINK, bare(found.group("link")), found.group("target"));
    }

    /** Styles within a style are not shown; their words are. */
    private static String bare(String text) {
        return text.replace("`", "").replace("*", "");
    }
}
