package app.recount.generation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a compression turn ended; a closed set, in claude-mem's words. */
public enum TurnOutcome {
    OK,
    ERROR,
    PARTIAL,
    INVALID_OUTPUT,
    ABORTED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TurnOutcome> byWord(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(TurnOutcome::word).collect(Collectors.joining(", "));
    }
}
