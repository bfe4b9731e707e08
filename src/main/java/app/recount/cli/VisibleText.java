package app.recount.cli;

/** Makes visible what a terminal would obey instead of showing: paths, keys and answers may come from anybody. */
final class VisibleText {

    private VisibleText() {}

    /** The text with every control character, line break and direction mark as an escape such as {@code \u001B}. */
    static String of(String text) {
        if (text.codePoints().noneMatch(VisibleText::isObeyed)) {
            return text;
        }
        var visible = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            if (isObeyed(point)) {
                visible.append("\\u%04X".formatted(point));
            } else {
                visible.appendCodePoint(point);
            }
        });
        return visible.toString();
    }

    private static boolean isObeyed(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
