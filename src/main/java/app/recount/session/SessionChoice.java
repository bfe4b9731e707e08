package app.recount.session;

import app.recount.store.Environment;
import java.time.Clock;
import java.util.List;

/** Chooses “the current session”, and never guesses. */
public final class SessionChoice {

    public SessionChoice(Sessions sessions, List<AgentTool> tools, Environment environment, Clock clock) {}

    /**
     * Follows the rules in their order.
     *
     * @throws app.recount.problem.ProblemException with {@code SESSION_ID_INVALID}, {@code SESSION_PATH_INVALID} or
     *     {@code SESSION_NOT_FOUND} if an id or path was given and is not usable
     */
    public Chosen choose(SessionRequest request) {
        throw new UnsupportedOperationException();
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
