package app.recount.bench;

/**
 * What tools print and models say, as it stands in JSON: words, code, paths, times, quotes that are escaped, now and then letters of
 * other alphabets. It also holds the names of fields, since people work on programs that read such logs.
 */
final class Babble {

    private static final String[] WORDS = {
        "the", "result", "value", "class", "return", "config", "index", "stage", "error", "import", "static", "test",
        "usage", "token", "cache", "message", "system", "file", "path", "read", "write", "build", "assert", "public",
        "window", "session", "schema", "parse", "field", "queue", "buffer", "thread", "stream", "total", "timestamp"
    };

    private static final int LENGTH = 4 << 20;

    private final String text;
    private final Chance chance;

    Babble(Chance chance) {
        this.chance = chance;
        var made = new StringBuilder(LENGTH + 200);
        while (made.length() < LENGTH) {
            line(made);
        }
        text = made.toString();
    }

    private void line(StringBuilder line) {
        switch (chance.between(0, 7)) {
            case 0 ->
                line.append(word())
                        .append("/")
                        .append(word())
                        .append(".java:")
                        .append(chance.between(1, 900))
                        .append(": ");
            case 1 ->
                line.append("2026-05-%02dT%02d:%02d:11 INFO ["
                                .formatted(chance.between(1, 31), chance.between(0, 23), chance.between(0, 59)))
                        .append(word())
                        .append("] ");
            case 2 ->
                line.append("{\\\"usage\\\":{\\\"input_tokens\\\":")
                        .append(chance.between(1, 9999))
                        .append("},\\\"timestamp\\\":\\\"2026-05-02T10:00:00Z\\\"} ");
            case 3 -> line.append("\\t→ ünïcode ✓ 日本語 ");
            case 4 ->
                line.append("if (")
                        .append(word())
                        .append(" == \\\"")
                        .append(word())
                        .append("\\\") { ");
            default -> line.repeat(" ", 4 * chance.between(0, 4));
        }
        for (int n = chance.between(2, 12); n > 0; n--) {
            line.append(word()).append(' ');
        }
        line.append("\\n");
    }

    private String word() {
        return chance.oneOf(WORDS);
    }

    /** About so many characters, whole lines of them. */
    String text(int length) {
        int from = text.indexOf("\\n", chance.between(0, text.length() - 200_000)) + 2;
        int to = text.indexOf("\\n", Math.min(from + length, text.length() - 500)) + 2;
        return text.substring(from, to);
    }
}
