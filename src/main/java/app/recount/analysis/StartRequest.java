package app.recount.analysis;

import app.recount.session.SessionChoice.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be started.
 *
 * @param sessionId explicit id
 * @param sessionPath explicit log
 * @param withoutSession start without one: counts stay unknown
 * @param folder the folder that is matched against sessions
 * @param chosenBy the rule that found the id, where it was not the user who named it
 * @param processes ids of the asking process and its ancestors, nearest first; empty in the window
 */
public record StartRequest(
        String sourceId,
        RunTool tool,
        Optional<String> model,
        Optional<String> sessionId,
        Optional<Path> sessionPath,
        boolean withoutSession,
        Optional<Rule> chosenBy,
        Optional<String> command,
        Optional<String> notes,
        Path folder,
        List<Long> processes) {

    /** A request whose session, if it names one, was named by the user. */
    public StartRequest(
            String sourceId,
            RunTool tool,
            Optional<String> model,
            Optional<String> sessionId,
            Optional<Path> sessionPath,
            boolean withoutSession,
            Optional<String> command,
            Optional<String> notes,
            Path folder,
            List<Long> processes) {
        this(
                sourceId,
                tool,
                model,
                sessionId,
                sessionPath,
                withoutSession,
                Optional.empty(),
                command,
                notes,
                folder,
                processes);
    }
}
