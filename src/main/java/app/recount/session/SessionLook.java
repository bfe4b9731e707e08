package app.recount.session;

import app.recount.session.LogChanges.Changed;
import app.recount.store.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks at one session alone: at its files, and into the folders in which further files of it turn up: beside its logs, and in the
 * folder that has its id for a name. Where else one may turn up only a walk can tell, so there has to be one now and then.
 */
final class SessionLook {

    private static final Duration WALK_LASTS = Duration.ofSeconds(5);

    private final Environment environment;
    private final Map<String, Long> walks = new ConcurrentHashMap<>();
    private final Set<Path> strangers = ConcurrentHashMap.newKeySet();

    SessionLook(Environment environment) {
        this.environment = environment;
    }

    /** A walk through all of the tool's folders begins. */
    void walks(AgentTool tool) {
        walks.put(tool.word(), System.nanoTime());
    }

    boolean isWalkDue(AgentTool tool) {
        var last = walks.get(tool.word());
        return last == null || System.nanoTime() - last > WALK_LASTS.toNanos();
    }

    /**
     * What has changed since the session's logs were read; empty if only a walk can tell.
     *
     * @param known whether the index has a log
     */
    Optional<List<Changed>> changes(AgentTool tool, SessionKey key, List<KnownLog> logs, Predicate<FoundLog> known) {
        var roots = LogRoots.of(tool, environment);
        var present = logs.stream().filter(log -> !log.gone()).toList();
        var changes = new ArrayList<Changed>();
        for (var log : present) {
            try {
                var path = Path.of(log.path());
                var found = new FoundLog(tool, path, log.name(), state(path));
                if (!found.isAsKnown(log)) {
                    changes.add(new Changed(found, log));
                }
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (IOException e) {
                // its folder may not be read at the moment; what is known of it stays
            }
        }
        if (present.isEmpty() || hasNewcomer(roots, key, present, known)) {
            return Optional.empty();
        }
        return Optional.of(changes);
    }

    private static FileState state(Path file) throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new NoSuchFileException(file.toString()); // whatever stands there now is no log
        }
        return FileState.of(attributes);
    }

    private boolean hasNewcomer(LogRoots roots, SessionKey key, List<KnownLog> logs, Predicate<FoundLog> known) {
        var own = logs.stream().map(log -> log.name().content()).collect(Collectors.toSet());
        return logs.stream()
                .filter(log -> !log.name().subagent())
                .map(log -> Objects.requireNonNull(Path.of(log.path()).getParent()))
                .distinct()
                .flatMap(folder -> near(roots, folder, key))
                .filter(found -> !own.contains(found.name().content()))
                .anyMatch(found -> isNewcomer(found, key, known));
    }

    private static Stream<FoundLog> near(LogRoots roots, Path folder, SessionKey key) {
        return roots.above(folder).stream()
                .flatMap(root -> Stream.concat(
                        LogWalk.in(roots.tool(), root, folder, false).stream(),
                        LogWalk.in(roots.tool(), root, folder.resolve(key.id()), true).stream()));
    }

    private boolean isNewcomer(FoundLog found, SessionKey key, Predicate<FoundLog> known) {
        if (found.name().session() != null) {
            return found.name().session().equals(key.id()) && !known.test(found);
        }
        if (strangers.contains(found.path())) {
            return false;
        }
        var stranger = known.test(found);
        if (stranger) {
            strangers.add(found.path());
        }
        return !stranger;
    }
}
