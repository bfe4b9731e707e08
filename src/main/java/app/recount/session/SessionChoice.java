package app.recount.session;

import app.recount.store.Environment;
import app.recount.store.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Chooses “the current session”, and never guesses. */
public final class SessionChoice {

    private final Sessions sessions;
    private final List<AgentTool> tools;
    private final Environment environment;
    private final Clock clock;

    public SessionChoice(Sessions sessions, List<AgentTool> tools, Environment environment, Clock clock) {
        this.sessions = sessions;
        this.tools = List.copyOf(tools);
        this.environment = environment;
        this.clock = clock;
    }

    /**
     * Follows the rules in their order.
     *
     * @throws app.recount.problem.ProblemException with {@code SESSION_ID_INVALID}, {@code SESSION_PATH_INVALID} or
     *     {@code SESSION_NOT_FOUND} if an id or path was given and is not usable
     */
    public Chosen choose(SessionRequest request) {
        var tool = tools.stream()
                .filter(each -> each.word().equals(request.tool()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such tool: " + request.tool()));
        var given = new GivenSession(sessions, tool, environment);
        if (request.id().isPresent()) {
            return new Chosen.One(given.byId(request.id().get()), Rule.GIVEN_ID);
        }
        if (request.path().isPresent()) {
            return new Chosen.One(given.byPath(request.path().get()), Rule.GIVEN_PATH);
        }
        var candidates = candidates(tool);
        return ofAncestor(request, tool, candidates)
                .<Chosen>map(session -> new Chosen.One(session, Rule.ANCESTOR_PROCESS))
                .orElseGet(() -> byRules(request, candidates));
    }

    /** Whether it is one of claude-mem's own observer: such a session is nobody's, now or in hindsight. */
    public boolean isObservers(AgentSession session) {
        return new SessionFolders(environment).isObservers(session.folder());
    }

    /** Whether the session's agent worked in this folder. */
    public boolean isIn(AgentSession session, Path folder) {
        return new SessionFolders(environment).isSame(session.folder(), folder);
    }

    /** Those that anybody can be working in: what was deleted is over, and claude-mem's observer is nobody's session. */
    private List<AgentSession> candidates(AgentTool tool) {
        var folders = new SessionFolders(environment);
        return sessions.refresh(Progress.NONE).stream()
                .filter(session -> session.key().tool().equals(tool.word()))
                .filter(session -> !session.log().gone())
                .filter(session -> !folders.isObservers(session.folder()))
                .toList();
    }

    /** What an agent notes of its processes can be out of date; only the log tells whether the session goes on. */
    private Optional<AgentSession> ofAncestor(SessionRequest request, AgentTool tool, List<AgentSession> candidates) {
        var now = clock.instant();
        return request.processes().stream()
                .flatMap(process -> tool.sessionOf(process, environment).stream())
                .flatMap(id ->
                        candidates.stream().filter(session -> session.key().id().equals(id)))
                .filter(session -> session.active(now))
                .findFirst();
    }

    private Chosen byRules(SessionRequest request, List<AgentSession> candidates) {
        var folders = new SessionFolders(environment);
        var now = clock.instant();
        Predicate<AgentSession> active = session -> session.active(now);
        Predicate<AgentSession> here = session -> folders.isSame(session.folder(), request.folder());
        var rules = new LinkedHashMap<Rule, Predicate<AgentSession>>();
        rules.put(Rule.ONLY_ACTIVE_IN_FOLDER, active.and(here));
        rules.put(Rule.ONLY_IN_FOLDER, here);
        rules.put(Rule.ONLY_ACTIVE, active);
        rules.put(Rule.ONLY_SESSION, _ -> true);
        var several = List.<AgentSession>of();
        for (Map.Entry<Rule, Predicate<AgentSession>> rule : rules.entrySet()) {
            var found = candidates.stream().filter(rule.getValue()).toList();
            if (found.size() == 1) {
                return new Chosen.One(found.getFirst(), rule.getKey());
            }
            several = several.isEmpty() ? found : several;
        }
        return several.isEmpty() ? new Chosen.None() : new Chosen.Ambiguous(several);
    }

    /** How it went. */
    public sealed interface Chosen {

        /** One session, and the rule that found it. */
        record One(AgentSession session, Rule rule) implements Chosen {}

        /** Two or more remain; newest activity first. */
        record Ambiguous(List<AgentSession> candidates) implements Chosen {}

        /** The tool has no session at all. */
        record None() implements Chosen {}
    }

    /** Which rule chose, in their order. */
    public enum Rule {
        GIVEN_ID,
        GIVEN_PATH,
        ANCESTOR_PROCESS,
        ONLY_ACTIVE_IN_FOLDER,
        ONLY_IN_FOLDER,
        ONLY_ACTIVE,
        ONLY_SESSION
    }
}
