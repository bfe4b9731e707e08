package app.recount.session;

import app.recount.session.LogRoots.Root;
import app.recount.store.Progress;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Finds a tool's logs: regular files only, no link is followed, and a folder that may not be read is passed by. Of several files with
 * one content only the best is found.
 */
final class LogWalk extends CalmWalk {

    /** Deeper than any tool puts its logs. */
    private static final int DEPTH = 32;

    private final AgentTool tool;
    private final Root root;
    private final Progress progress;
    private final Map<String, FoundLog> found;

    private LogWalk(AgentTool tool, Root root, Progress progress, Map<String, FoundLog> found) {
        this.tool = tool;
        this.root = root;
        this.progress = progress;
        this.found = found;
    }

    /** Everything below the roots. */
    static Collection<FoundLog> all(LogRoots roots, Progress progress) {
        var found = new HashMap<String, FoundLog>();
        for (var root : roots.folders()) {
            new LogWalk(roots.tool(), root, progress, found).through(root.real(), DEPTH);
        }
        return found.values();
    }

    /** What lies in one folder below a root, or also deeper. */
    static Collection<FoundLog> in(AgentTool tool, Root root, Path folder, boolean deep) {
        var found = new HashMap<String, FoundLog>();
        new LogWalk(tool, root, Progress.NONE, found)
                .through(root.real().resolve(root.path().relativize(folder)), deep ? DEPTH : 1);
        return found.values();
    }

    /** One file below a root, by its real path, if it is a log. */
    static Optional<FoundLog> at(AgentTool tool, Root root, Path file) {
        var found = new HashMap<String, FoundLog>();
        new LogWalk(tool, root, Progress.NONE, found).through(file, 1);
        return found.values().stream().findFirst();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (progress.isCancelled()) {
            throw new CancellationException();
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            var path = root.path().resolve(root.real().relativize(file));
            tool.recognise(root.path(), path)
                    .map(name -> new FoundLog(tool, path, name, FileState.of(attributes)))
                    .ifPresent(log -> found.merge(log.name().content(), log, LogWalk::better));
        }
        return FileVisitResult.CONTINUE;
    }

    private static FoundLog better(FoundLog one, FoundLog other) {
        return FoundLog.BEST_FIRST.compare(one, other) <= 0 ? one : other;
    }
}
