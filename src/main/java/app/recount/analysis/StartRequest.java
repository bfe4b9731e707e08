package app.recount.analysis;

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
 * @param processes ids of the asking process and its ancestors, nearest first; empty in the window
 */
public record StartRequest(
        String sourceId,
        RunTool tool,
        Optional<String> model,
        Optional<String> sessionId,
        Optional<Path> sessionPath,
        boolean withoutSession,
        Optional<String> command,
        Optional<String> notes,
        Path folder,
        List<Long> processes) {}
