package app.recount.desktop.sessions;

import app.recount.session.AgentSession;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which sessions are shown; all conditions must hold.
 *
 * @param text stands in one of the session's words; blank lets everything through
 * @param tool the only tool, by its word
 */
record SessionFilter(String text, Optional<String> tool, Span span, boolean liveOnly) {

    static final SessionFilter NONE = new SessionFilter("", Optional.empty(), Span.ANY, false);

    /** How long ago the last activity may be. */
    enum Span {
        ANY,
        TODAY,
        WEEK,
        MONTH;

        boolean contains(Instant activity, Instant now) {
            return switch (this) {
                case ANY -> true;
                case TODAY ->
                    !activity.isBefore(now.atOffset(ZoneOffset.UTC)
                            .truncatedTo(ChronoUnit.DAYS)
                            .toInstant());
                case WEEK -> !activity.isBefore(now.minus(Duration.ofDays(7)));
                case MONTH -> !activity.isBefore(now.minus(Duration.ofDays(30)));
            };
        }
    }

    SessionFilter withText(String changed) {
        return new SessionFilter(changed, tool, span, liveOnly);
    }

    SessionFilter withTool(Optional<String> changed) {
        return new SessionFilter(text, changed, span, liveOnly);
    }

    SessionFilter withSpan(Span changed) {
        return new SessionFilter(text, tool, changed, liveOnly);
    }

    SessionFilter withLiveOnly(boolean changed) {
        return new SessionFilter(text, tool, span, changed);
    }

    boolean test(AgentSession session, Instant now) {
        return tool.filter(only -> !only.equals(session.key().tool())).isEmpty()
                && span.contains(session.lastActivity(), now)
                && (!liveOnly || SessionState.of(session, now) == SessionState.LIVE)
                && says(session);
    }

    private boolean says(AgentSession session) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || Stream.of(session.key().id(), session.toolLabel(), session.folder(), session.model(), session.path())
                        .anyMatch(word ->
                                word != null && word.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
