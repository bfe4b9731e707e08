package app.recount.session;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How the files of a session, and the folders in which further ones turn up, looked at a moment. While they look the same, a stat of each
 * is all that another look costs.
 */
record LogTrace(Map<Path, FileState> files, Map<Path, FileTime> folders) {

    /** Longer than a tick of most file systems' clocks; where they count whole seconds, the next walk finds what this misses. */
    private static final Duration TICK = Duration.ofMillis(50);

    /** To be taken before the look that it stands for: what changes meanwhile differs from it afterwards. */
    static LogTrace of(SessionKey key, List<KnownLog> logs) {
        var files = new HashMap<Path, FileState>();
        var folders = new HashMap<Path, FileTime>();
        for (var log : logs) {
            if (!log.gone()) {
                var file = Path.of(log.path());
                files.put(file, log.state());
                var folder = Objects.requireNonNull(file.getParent());
                if (!folders.containsKey(folder)) {
                    put(folder, folders);
                }
                if (!log.name().subagent()) {
                    putAll(folder.resolve(key.id()), folders);
                }
            }
        }
        return new LogTrace(Map.copyOf(files), Map.copyOf(folders));
    }

    /** The same once these readings are put down: each goes as far as the state that it brings. */
    LogTrace after(List<LogReading> readings) {
        var states = new HashMap<>(files);
        readings.forEach(reading -> states.put(reading.found().path(), reading.state()));
        return new LogTrace(Map.copyOf(states), folders);
    }

    /**
     * Whether another file in one of the folders would give it another time. One that came within the same tick of the clock as the one
     * before would not.
     */
    boolean canTell(Instant taken) {
        return folders.values().stream()
                .map(FileTime::toInstant)
                .noneMatch(time -> Duration.between(time, taken).abs().compareTo(TICK) < 0);
    }

    private static void put(Path folder, Map<Path, FileTime> folders) {
        try {
            folders.put(folder, Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            // it has gone: so have its files
        }
    }

    /** The folder and all below it; one that is not there yet changes the time of the one above when it comes. */
    private static void putAll(Path top, Map<Path, FileTime> folders) {
        new CalmWalk() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                folders.put(folder, attributes.lastModifiedTime());
                return FileVisitResult.CONTINUE;
            }
        }.through(top, Integer.MAX_VALUE);
    }

    /** Whether all of it still looks the same. */
    boolean isStill() {
        try {
            for (var file : files.entrySet()) {
                var attributes =
                        Files.readAttributes(file.getKey(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (!attributes.isRegularFile() || !file.getValue().sameAs(FileState.of(attributes))) {
                    return false;
                }
            }
            for (var folder : folders.entrySet()) {
                if (!folder.getValue().equals(Files.getLastModifiedTime(folder.getKey(), LinkOption.NOFOLLOW_LINKS))) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
