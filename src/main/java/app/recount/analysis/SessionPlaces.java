package app.recount.analysis;

import app.recount.session.AgentSession;
import app.recount.session.SessionChoice;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a session's folder says, by the same rules by which the current session is chosen.
 *
 * @param observers whether it is one of claude-mem's own observer, which is nobody's
 * @param here whether the agent worked in the folder
 */
record SessionPlaces(Predicate<AgentSession> observers, BiPredicate<AgentSession, Path> here) {

    static SessionPlaces of(SessionChoice choice) {
        return new SessionPlaces(choice::isObservers, choice::isIn);
    }

    boolean isIn(AgentSession session, @Nullable String folder) {
        try {
            return folder != null && here.test(session, Path.of(folder));
        } catch (InvalidPathException e) {
            return false; // the run comes from a system with other rules for paths
        }
    }
}
