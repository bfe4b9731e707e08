package app.recount.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a log says about its session; each may be null if no line said it yet.
 *
 * @param session the id that stands inside
 * @param folder the first folder the agent worked in
 * @param parent the session this one was forked from
 * @param first the oldest timestamp of a line
 * @param last the newest timestamp of a line
 */
public record LogFacts(
        @Nullable String session,
        @Nullable String folder,
        @Nullable String parent,
        @Nullable Instant first,
        @Nullable Instant last) {

    public static final LogFacts NONE = new LogFacts(null, null, null, null, null);

    /** These and what later lines say. */
    public LogFacts then(LogFacts later) {
        return new LogFacts(
                session == null ? later.session : session,
                folder == null ? later.folder : folder,
                parent == null ? later.parent : parent,
                older(first, later.first),
                newer(last, later.last));
    }

    private static @Nullable Instant older(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }

    private static @Nullable Instant newer(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isAfter(a)) ? b : a;
    }
}
