package app.recount.session;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a session's id looks like: a UUID, in all tools. */
final class SessionId {

    /** One group, in any case. */
    static final String PATTERN = "(?i:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))";

    private static final Pattern WHOLE = Pattern.compile(PATTERN);

    private SessionId() {}

    /** In lower case; empty if the text is no UUID. */
    static Optional<String> of(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(each -> WHOLE.matcher(each).matches())
                .map(each -> each.toLowerCase(Locale.ROOT));
    }
}
