package app.recount.analysis;

import app.recount.session.AgentSession;
import app.recount.session.SessionKey;
import app.recount.session.Sessions;
import app.recount.session.Usage;
import app.recount.text.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the session whose calls a past run made: its own, else the only one that can be meant; never the one with most tokens. */
final class WindowSession {

    private final Sessions sessions;
    private final SessionPlaces places;
    private final List<AgentSession> known;

    WindowSession(Sessions sessions, SessionPlaces places, List<AgentSession> known) {
        this.sessions = sessions;
        this.places = places;
        this.known = known;
    }

    /**
     * What was found.
     *
     * @param session null if none can be told; then {@code usage} is null, too
     * @param reason why this session, or why none
     */
    record Found(@Nullable AgentSession session, @Nullable Usage usage, Wording reason) {

        private static Found none(Wording reason) {
            return new Found(null, null, reason);
        }
    }

    Found find(AnalysisRun run, Instant from, Instant to) {
        var tool = RunTool.of(run.tool());
        if (tool.isEmpty() || !tool.get().hasSessions()) {
            return Found.none(Wording.of("backfill.noSessions", run.tool()));
        }
        var provider = tool.get().provider();
        var own = run.session().sessionId();
        if (own != null) {
            return known(new SessionKey(provider, own))
                    .map(session -> counted(session, from, to, Wording.of("backfill.own")))
                    .orElseGet(() -> Found.none(Wording.of("backfill.ownUnknown", own)));
        }
        return choose(run, candidates(provider, from, to), from, to);
    }

    private List<AgentSession> candidates(String provider, Instant from, Instant to) {
        return known.stream()
                .filter(session -> session.key().tool().equals(provider))
                .filter(session ->
                        session.lastCall() != null && !session.lastCall().isBefore(from))
                .filter(session ->
                        session.startedAt() == null || !session.startedAt().isAfter(to))
                .filter(session -> !places.observers().test(session))
                .filter(session -> hasCalls(session, from, to))
                .toList();
    }

    /** The only one, else the only one of the run's folder; nothing is guessed. */
    private Found choose(AnalysisRun run, List<AgentSession> candidates, Instant from, Instant to) {
        if (candidates.isEmpty()) {
            return Found.none(Wording.of("backfill.none", run.tool()));
        }
        if (candidates.size() == 1) {
            return counted(candidates.getFirst(), from, to, Wording.of("backfill.only", run.tool()));
        }
        var folder = run.session().folder();
        var there = candidates.stream()
                .filter(session -> places.isIn(session, folder))
                .toList();
        if (there.size() == 1) {
            return counted(there.getFirst(), from, to, Wording.of("backfill.onlyInFolder", candidates.size()));
        }
        return Found.none(Wording.of("backfill.several", named(candidates)));
    }

    private Optional<AgentSession> known(SessionKey key) {
        return known.stream().filter(session -> session.key().equals(key)).findFirst();
    }

    private boolean hasCalls(AgentSession session, Instant from, Instant to) {
        return sessions.window(session.key(), from, to).all().calls() > 0;
    }

    private Found counted(AgentSession session, Instant from, Instant to, Wording reason) {
        var usage = sessions.window(session.key(), from, to);
        if (usage.all().calls() == 0) {
            return Found.none(Wording.of("backfill.noCalls", session.key().id()));
        }
        var untimed = sessions.calls(session.key()).stream()
                .filter(call -> call.at() == null)
                .count();
        return new Found(
                session,
                usage,
                untimed == 0 ? reason : Wording.sentences(reason, Wording.of("backfill.untimed", untimed)));
    }

    private static String named(List<AgentSession> candidates) {
        return candidates.stream()
                .map(session -> session.project().isEmpty()
                        ? session.key().id()
                        : "%s (%s)".formatted(session.key().id(), session.project()))
                .collect(Collectors.joining(", "));
    }
}
