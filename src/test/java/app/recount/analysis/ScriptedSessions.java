package app.recount.analysis;

import app.recount.session.AgentSession;
import app.recount.session.AgentSession.LogState;
import app.recount.session.Call;
import app.recount.session.SessionKey;
import app.recount.session.Sessions;
import app.recount.session.TokenCount;
import app.recount.session.Usage;
import app.recount.store.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions that hold what a test says. */
final class ScriptedSessions implements Sessions {

    private final Map<SessionKey, Script> scripts = new LinkedHashMap<>();

    /** One session, changed by the test as it goes. */
    static final class Script {
        private final SessionKey key;
        private final List<Call> calls = new ArrayList<>();
        private Instant lastActivity = Instant.EPOCH;
        private @Nullable String folder;
        private @Nullable String parent;
        private @Nullable String unreadable;
        private boolean gone;
        private boolean vanished;
        private Runnable beforeLook = () -> {};

        Script(SessionKey key) {
            this.key = key;
        }

        SessionKey key() {
            return key;
        }

        Script in(String place) {
            folder = place;
            return this;
        }

        Script forkOf(Script other) {
            parent = other.key.id();
            return this;
        }

        Script unreadable(@Nullable String reason) {
            unreadable = reason;
            return this;
        }

        Script gone() {
            gone = true;
            return this;
        }

        Script vanished() {
            vanished = true;
            return this;
        }

        /** Something happens each time somebody is about to look. */
        Script whenLookedAt(Runnable action) {
            beforeLook = action;
            return this;
        }

        Script uses(Instant at, long input, long output) {
            return uses(at, "claude-sonnet-4-5", false, new TokenCount(input, 0, 0, 0, output, 0, 1));
        }

        Script uses(Instant at, String model, boolean subagent, TokenCount tokens) {
            calls.add(new Call(at, model, subagent, tokens));
            lastActivity = at;
            return this;
        }

        Script forgets(int howMany) {
            calls.subList(calls.size() - howMany, calls.size()).clear();
            return this;
        }

        AgentSession session() {
            var newest = calls.isEmpty() ? null : calls.getLast();
            return new AgentSession(
                    key,
                    key.tool(),
                    "/logs/" + key.id() + ".jsonl",
                    folder,
                    lastActivity,
                    newest == null ? null : newest.at(),
                    calls.isEmpty() ? null : calls.getFirst().at(),
                    newest == null ? null : newest.model(),
                    Usage.of(calls),
                    unreadable,
                    parent,
                    new LogState(1, 0, 0, 0, 0, 0, gone, false, "print-" + calls.size()));
        }
    }

    Script session(String tool, int number) {
        return scripts.computeIfAbsent(
                new SessionKey(tool, "00000000-0000-4000-8000-%012d".formatted(number)), Script::new);
    }

    @Override
    public List<AgentSession> refresh(Progress progress) {
        return known();
    }

    @Override
    public List<AgentSession> known() {
        return scripts.values().stream()
                .filter(script -> !script.vanished)
                .map(Script::session)
                .sorted(Comparator.comparing(AgentSession::lastActivity).reversed())
                .toList();
    }

    /** Nobody follows these. */
    @Override
    public long changes() {
        return 0;
    }

    @Override
    public Optional<AgentSession> look(SessionKey session) {
        var script = Optional.ofNullable(scripts.get(session));
        script.ifPresent(found -> found.beforeLook.run());
        return script.filter(found -> !found.vanished).map(Script::session);
    }

    @Override
    public Optional<AgentSession> lookNearby(SessionKey session) {
        return look(session);
    }

    @Override
    public List<Call> calls(SessionKey session) {
        return Optional.ofNullable(scripts.get(session))
                .map(script -> List.copyOf(script.calls))
                .orElse(List.of());
    }
}
