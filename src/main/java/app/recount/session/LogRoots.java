package app.recount.session;

import app.recount.store.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The folders in which a tool's logs lie, each once, those that exist. A root may itself be a link; nothing below it is followed. */
record LogRoots(AgentTool tool, List<Root> folders) {

    /**
     * One of them.
     *
     * @param path as the tool names it
     * @param real where it really lies
     */
    record Root(Path path, Path real) {}

    static LogRoots of(AgentTool tool, Environment environment) {
        var seen = new HashSet<Path>();
        var folders = new ArrayList<Root>();
        for (var root : tool.roots(environment)) {
            try {
                var real = root.toRealPath();
                if (Files.isDirectory(real) && seen.add(real)) {
                    folders.add(new Root(root.toAbsolutePath().normalize(), real));
                }
            } catch (IOException e) {
                // it does not exist or may not be read: nothing is found there
            }
        }
        return new LogRoots(tool, List.copyOf(folders));
    }

    /** The root above a file. */
    Optional<Root> above(Path file) {
        return folders.stream().filter(root -> file.startsWith(root.path())).findFirst();
    }
}
