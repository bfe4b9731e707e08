package app.recount.session;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which session is meant.
 *
 * @param tool the tool's {@link AgentTool#word() word}
 * @param id explicit id, also with the tool's prefix
 * @param path explicit log file
 * @param folder the folder the run is about
 * @param processes the ids of the asking process and its ancestors, nearest first
 */
public record SessionRequest(
        String tool, Optional<String> id, Optional<Path> path, Path folder, java.util.List<Long> processes) {}
