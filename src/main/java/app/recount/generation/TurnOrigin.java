package app.recount.generation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where Recount has a compression turn from. */
public enum TurnOrigin {
    /** A worker or a hook told it. */
    RECORDED,
    /** Counted in the transcript of an observer session. */
    TRANSCRIPT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<TurnOrigin> byWord(String word) {
        return Arrays.stream(values())
                .filter(origin -> origin.word().equals(word))
                .findFirst();
    }
}
