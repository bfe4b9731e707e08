package app.recount.desktop.analyses;

import app.recount.problem.Problem;
import app.recount.session.AgentSession;
import app.recount.session.SessionChoice.Rule;
import java.util.List;
import java.util.Optional;

/** Which session a new run is to count in, as far as that is settled. */
sealed interface SessionPick {

    /** Nobody has chosen yet. */
    record Nothing() implements SessionPick {}

    /** This one, chosen by the user or found by a rule. */
    record Chosen(AgentSession session) implements SessionPick {}

    /** None: counts stay unknown. */
    record Without() implements SessionPick {}

    /** What detection says of the tool and the folder. */
    sealed interface Found {

        /**
         * The question is on its way.
         *
         * @param question its number, so that no question is equal to the one before
         * @param named the id or the path that is looked for; empty for what the rules find
         */
        record Searching(int question, Optional<String> named) implements Found {}

        record One(AgentSession session, Rule rule) implements Found {}

        record Several(List<AgentSession> candidates) implements Found {}

        record None() implements Found {}

        /** The tool keeps no sessions. */
        record NoTool() implements Found {}

        /** An id or a path leads nowhere. */
        record Wrong(Problem problem) implements Found {}

        /** The sessions to choose from. */
        default List<AgentSession> candidates() {
            return switch (this) {
                case One one -> List.of(one.session());
                case Several several -> several.candidates();
                default -> List.of();
            };
        }
    }
}
