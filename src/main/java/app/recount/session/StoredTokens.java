package app.recount.session;

import org.jspecify.annotations.Nullable;

/** A token count as one text of seven numbers, in the record's order: fourteen columns would make reading back slow. */
final class StoredTokens {

    private static final int KINDS = 7;

    private StoredTokens() {}

    static @Nullable String text(@Nullable TokenCount tokens) {
        if (tokens == null) {
            return null;
        }
        return tokens.input() + " " + tokens.cacheRead() + " " + tokens.cacheWrite5m() + " " + tokens.cacheWrite1h()
                + " " + tokens.output() + " " + tokens.reasoningOutput() + " " + tokens.calls();
    }

    static @Nullable TokenCount read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var numbers = new long[KINDS];
        var start = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            var end = text.indexOf(' ', start);
            numbers[kind] = Long.parseLong(text, start, end < 0 ? text.length() : end, 10);
            start = end + 1;
        }
        return new TokenCount(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
    }
}
