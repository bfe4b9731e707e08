package app.recount.generation;

import java.util.Locale;

/** Which store a figure comes from. */
public enum GenerationPlace {
    /** The table {@code compression_events} of the memory database. */
    MEMORY_DATABASE(true),
    /** Recount's own table of turns. */
    RECOUNT(true),
    OPENROUTER_LOG(false),
    CLAUDE_LOG(false),
    LOOSE_TRANSCRIPT(false);

    private final boolean ofTurns;

    GenerationPlace(boolean ofTurns) {
        this.ofTurns = ofTurns;
    }

    /** Whether these are turns, which enter events, and not leftovers of a day, which do not. */
    public boolean isOfTurns() {
        return ofTurns;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static GenerationPlace of(LeftoverOrigin origin) {
        return switch (origin) {
            case OPENROUTER_LOG -> OPENROUTER_LOG;
            case CLAUDE_LOG -> CLAUDE_LOG;
            case TRANSCRIPT -> LOOSE_TRANSCRIPT;
        };
    }
}
