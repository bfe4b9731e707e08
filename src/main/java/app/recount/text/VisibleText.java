package app.recount.text;

/**
 * Makes visible what a terminal or a window would obey, hide or pile up instead of showing it: names, paths, keys and answers may come
 * from anybody, and must neither break the line they stand in nor pass for something else.
 */
public final class VisibleText {

    /** Letters of any living language stand under fewer marks. */
    private static final int MOST_MARKS = 6;

    /** More than a screen is wide; a text without end would otherwise make every line of a table as long as itself. */
    private static final int LONGEST_NAME = 300;

    private VisibleText() {}

    /** The text with every control character, line break, direction mark and hidden letter as an escape such as {@code \u001B}. */
    public static String of(String text) {
        return shown(text, false);
    }

    /** The same of a text in a column or on a line with others, where one that is too long is cut. */
    public static String name(String text) {
        return of(cut(text, LONGEST_NAME));
    }

    /** At most so many characters, line breaks left as they are. */
    public static String prose(String text, int most) {
        return shown(cut(text, most), true);
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }

    private static String shown(String text, boolean withBreaks) {
        var visible = new StringBuilder(text.length());
        var marks = 0;
        for (int at = 0; at < text.length(); ) {
            var point = text.codePointAt(at);
            marks = isMark(point) ? marks + 1 : 0;
            if (marks > MOST_MARKS || (isObeyed(point) && !(withBreaks && point == '\n'))) {
                visible.append("\\u%04X".formatted(point));
            } else {
                visible.appendCodePoint(point);
            }
            at += Character.charCount(point);
        }
        return visible.toString();
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isObeyed(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> isHidden(point);
        };
    }

    /** Letters that are no width of ink: fillers of Hangul, the joiner that joins nothing, and Braille without dots. */
    private static boolean isHidden(int point) {
        return switch (point) {
            case 0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }
}
