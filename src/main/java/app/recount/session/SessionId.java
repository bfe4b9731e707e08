package app.recount.session;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a session's id looks like: a UUID, in all tools. */
final class SessionId {

    /** One group, in any case. */
    static final String PATTERN = "(?i:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))";

    private static final String SHAPE = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    private SessionId() {}

    /** In lower case; empty if the text is no UUID. Without the pattern, since every line of a log asks. */
    static Optional<String> of(@Nullable String text) {
        if (text == null || text.length() != SHAPE.length()) {
            return Optional.empty();
        }
        for (var i = 0; i < SHAPE.length(); i++) {
            var fits = SHAPE.charAt(i) == '-' ? text.charAt(i) == '-' : isHex(text.charAt(i));
            if (!fits) {
                return Optional.empty();
            }
        }
        return Optional.of(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isHex(char character) {
        return character < 128 && Character.digit(character, 16) >= 0;
    }
}
