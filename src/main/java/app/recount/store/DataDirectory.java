package app.recount.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * claude-mem's data directory and how it was found: the folder of Recount's own settings, else {@code CLAUDE_MEM_DATA_DIR}, else the
 * same key in {@code ~/.claude-mem/settings.json} (under {@code env} if that key exists, else at the top level), else
 * {@code ~/.claude-mem}.
 *
 * @param path the directory; it need not exist
 * @param places where was looked, in order; the last one decided
 */
public record DataDirectory(Path path, List<Place> places) {

    static final String VARIABLE = "CLAUDE_MEM_DATA_DIR";

    /**
     * One place that was asked.
     *
     * @param kind which rule of the search
     * @param found the directory it named, empty if it named none
     */
    public record Place(Kind kind, Optional<Path> found) {}

    /** The rules of the search, first match wins; where an option names the directory, nobody searches. */
    public enum Kind {
        OPTION,
        SETTING,
        VARIABLE,
        SETTINGS_FILE,
        DEFAULT
    }

    public DataDirectory {
        places = List.copyOf(places);
    }

    /** The directory that is meant, wherever a search would lead. */
    public static DataDirectory named(Path path) {
        return decided(List.of(new Place(Kind.OPTION, Optional.of(path))));
    }

    /** Applies the rules; {@code setting} is the folder that was chosen in Recount, if one was. */
    public static DataDirectory locate(Environment environment, Optional<Path> setting) {
        var places = new ArrayList<Place>();
        var candidates = List.of(
                new Place(Kind.SETTING, setting),
                new Place(Kind.VARIABLE, environment.filled(VARIABLE).map(environment::expand)),
                new Place(Kind.SETTINGS_FILE, settingsFile(environment)),
                new Place(Kind.DEFAULT, Optional.of(defaultFolder(environment))));
        for (var place : candidates) {
            places.add(place);
            if (place.found().isPresent()) {
                break;
            }
        }
        return decided(places);
    }

    private static DataDirectory decided(List<Place> places) {
        var path = places.getLast().found().orElseThrow().toAbsolutePath().normalize();
        return new DataDirectory(path, places);
    }

    /** The rule that decided. */
    public Kind kind() {
        return places.getLast().kind();
    }

    /**
     * Another directory that claude-mem is told of, where Recount's setting won: claude-mem knows nothing of that setting. Its default
     * does not count, because it may be told of one where nobody sees it from here.
     */
    public Optional<DataDirectory> overridden(Environment environment) {
        return Optional.of(locate(environment, Optional.empty()))
                .filter(other -> kind() == Kind.SETTING && other.kind() != Kind.DEFAULT)
                .filter(other -> !other.realPath().equals(realPath()));
    }

    private static Path defaultFolder(Environment environment) {
        return environment.home().resolve(".claude-mem");
    }

    private static Optional<Path> settingsFile(Environment environment) {
        try {
            var file = defaultFolder(environment).resolve("settings.json");
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            return JsonFile.parse(SmallFile.read(file, SmallFile.SETTINGS))
                    .filter(JsonNode::isObject)
                    .map(root -> root.has("env") ? root.get("env") : root)
                    .map(node -> node.path(VARIABLE).stringValue(""))
                    .filter(value -> !value.isEmpty())
                    .map(environment::expand);
        } catch (IOException e) {
            // claude-mem reads on with its default where its settings cannot be read; so do we, to look where it looks
            return Optional.empty();
        }
    }

    /** One name for one directory, however it was reached; the path as it is where there is none yet. */
    public Path realPath() {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path; // nothing can be read there either, and that is told where it is tried
        }
    }

    public Path database() {
        return path.resolve("claude-mem.db");
    }

    public Path telemetryConfig() {
        return path.resolve("telemetry.json");
    }

    public Path marker() {
        return path.resolve("backfill.json");
    }

    /** Whether {@code file} is this directory's own database, compared by real path; only that one may be sent. */
    public boolean owns(Path file) {
        try {
            return file.toRealPath().equals(database().toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
