package app.recount.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the folders shows that the index does not know yet.
 *
 * @param changed files that are new or differ
 * @param gone logs whose file is no longer there
 * @param found the content of all files
 * @param settled whether it is known whose the calls are of all that was known of these files, and of those that are gone
 */
record LogChanges(List<Changed> changed, List<KnownLog> gone, Set<String> found, boolean settled) {

    /** How many times larger a compressed log is inside, more or less: the same words again and again. */
    private static final long PACKED = 10;

    /** A file to be read. */
    record Changed(FoundLog found, @Nullable KnownLog before) {

        /** About how many bytes are read. */
        long bytes() {
            var size = found.state().size();
            if (found.name().compressed()) {
                return PACKED * size;
            }
            var known = before == null ? 0 : before.content().position().offset();
            return known <= size ? size - known : size;
        }
    }

    boolean isNone() {
        return changed.isEmpty() && gone.isEmpty() && settled;
    }

    static LogChanges between(Collection<KnownLog> known, Collection<FoundLog> found) {
        var missing = new HashMap<String, KnownLog>();
        known.forEach(log -> missing.put(log.name().content(), log));
        var changed = new ArrayList<Changed>();
        var unknown = new ArrayList<FoundLog>();
        for (var log : found) {
            var before = missing.remove(log.name().content());
            if (before == null) {
                unknown.add(log);
            } else if (!log.isAsKnown(before)) {
                changed.add(new Changed(log, before));
            }
        }
        for (var log : unknown) {
            var before = formerName(log, missing);
            if (before != null) {
                missing.remove(before.name().content());
            }
            changed.add(new Changed(log, before));
        }
        var contents = found.stream().map(log -> log.name().content()).collect(Collectors.toUnmodifiableSet());
        return new LogChanges(
                changed,
                missing.values().stream().filter(LogChanges::isGone).toList(),
                contents,
                known.stream()
                        .filter(log ->
                                log.gone() || contents.contains(log.name().content()))
                        .allMatch(KnownLog::isSettled));
    }

    /** The log that this file was when it had another name: of the same session, gone now, and this file begins as that one did. */
    private static @Nullable KnownLog formerName(FoundLog found, Map<String, KnownLog> missing) {
        for (var log : missing.values()) {
            if (isAlike(found, log) && !exists(log) && fits(found, log)) {
                return log;
            }
        }
        return null;
    }

    private static boolean isAlike(FoundLog found, KnownLog known) {
        return Objects.equals(found.name().session(), known.name().session())
                && found.name().subagent() == known.name().subagent()
                && found.name().compressed() == known.name().compressed()
                && known.content().position().offset() > 0
                && known.content().position().offset() <= found.state().size()
                && (found.name().session() != null
                        || lastName(found.path().toString()).equals(lastName(known.path())));
    }

    private static String lastName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static boolean fits(FoundLog found, KnownLog known) {
        try {
            return known.content()
                    .print()
                    .fits(found.path(), known.content().position().offset());
        } catch (IOException e) {
            return false; // reading it will say why
        }
    }

    private static boolean exists(KnownLog log) {
        try {
            return Files.exists(Path.of(log.path()), LinkOption.NOFOLLOW_LINKS);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** A folder that may not be read hides its files; that does not mean that they are gone. */
    private static boolean isGone(KnownLog log) {
        try {
            var path = Path.of(log.path());
            return !log.gone()
                    && !Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                            .isRegularFile();
        } catch (NoSuchFileException | InvalidPathException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
