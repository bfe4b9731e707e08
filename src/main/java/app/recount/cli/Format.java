package app.recount.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which a command prints its result. */
enum Format {
    /** For people; may change. */
    TEXT,
    /** For scripts. */
    JSON,
    /** The sealed request body itself. */
    BODY;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Format> byWord(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }
}
