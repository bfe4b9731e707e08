package app.recount.generation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where usage comes from that belongs to no turn. */
public enum LeftoverOrigin {
    /** A line {@code OpenRouter API usage} of claude-mem's log, which names no session. */
    OPENROUTER_LOG,
    /** A line {@code Token usage captured} of claude-mem's log, which knows only what went in. */
    CLAUDE_LOG,
    /** The transcript of an observer session that the memory database does not know. */
    TRANSCRIPT;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<LeftoverOrigin> byWord(String word) {
        return Arrays.stream(values())
                .filter(origin -> origin.word().equals(word))
                .findFirst();
    }
}
