package app.recount.store;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps {@link Settings} in {@code settings.json}. Every update reads the file anew first, so that two windows do not undo each
 * other's changes and keys of a newer version survive. A file that cannot be understood is set aside and reported. Thread-safe.
 */
public final class SettingsStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Others hold the file for milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path file;
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Settings kept;
    private boolean writable = true;

    public SettingsStore(RecountHome home) {
        this.file = home.settings();
    }

    /** The settings as they stand; read from the file at the first call. */
    public synchronized Settings current() {
        if (kept == null) {
            var loaded = load();
            if (loaded.inPart()) {
                saveWhatWasUnderstood(loaded.root());
            }
        }
        return kept == null ? Settings.defaults() : kept;
    }

    /**
     * How large everything is shown. The toolkit starts with it, so nothing else is read for it where it is not set, as nearly everywhere:
     * not even the JSON library.
     */
    public Optional<Integer> scale() {
        try {
            var text = new String(SmallFile.read(file, SmallFile.SETTINGS), StandardCharsets.UTF_8);
            return text.contains('"' + SettingsJson.SCALE + '"') ? current().scale() : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // not there yet; of anything else tells whoever reads all of it
        }
    }

    /** What was wrong with the file since the last call; each problem is handed out once. */
    public synchronized List<Problem> takeProblems() {
        var taken = List.copyOf(problems);
        problems.clear();
        return taken;
    }

    /**
     * Reads the file, applies the change and writes the result, and nobody else does so meanwhile. The change stands for this process
     * even if writing fails.
     */
    public synchronized Settings update(UnaryOperator<Settings> change) {
        try (var _ = ProcessLock.take(lockFile(), PATIENCE)) {
            return replace(change);
        } catch (IOException e) {
            kept = change.apply(current());
            throw notWritten(e);
        }
    }

    private Path lockFile() {
        return file.resolveSibling(file.getFileName() + ".lock");
    }

    private Settings replace(UnaryOperator<Settings> change) {
        HalfFiles.of(file).delete();
        var root = load().root();
        var changed = change.apply(current());
        kept = changed;
        try {
            save(changed, root);
        } catch (IOException e) {
            throw notWritten(e);
        }
        return changed;
    }

    /**
     * What stands in the file.
     *
     * @param inPart whether a part of it was not understood, and all of it set aside
     */
    private record Loaded(ObjectNode root, boolean inPart) {}

    private Loaded load() {
        var root = tree();
        if (writable || kept == null) {
            var reader = new SettingsJson();
            kept = reader.read(root);
            if (!reader.misunderstood().isEmpty()) {
                setAside(Wording.of("problem.SETTINGS_SET_ASIDE.values", reader.misunderstood()));
                return new Loaded(root, true);
            }
        }
        return new Loaded(root, false);
    }

    /** The file's JSON object; an empty one if there is no file or it is none. */
    private ObjectNode tree() {
        try {
            if (!Files.exists(file)) {
                return JSON.createObjectNode();
            }
            Optional<JsonNode> parsed = JsonFile.parse(SmallFile.read(file, SmallFile.SETTINGS));
            if (parsed.isPresent() && parsed.get() instanceof ObjectNode object) {
                return object;
            }
            setAside(Wording.of("problem.SETTINGS_SET_ASIDE.noObject"));
        } catch (IOException e) {
            // not overwritten: what stands in it is unknown
            writable = false;
            problems.add(Problem.of("SETTINGS_UNREADABLE", file).because(e).advising(Action.read("makeReadable")));
        }
        return JSON.createObjectNode();
    }

    private void setAside(Wording cause) {
        try {
            var aside = AtomicFile.setAside(file);
            problems.add(Problem.of("SETTINGS_SET_ASIDE", String.valueOf(aside.getFileName()))
                    .because(cause)
                    .advising(Action.openSettings()));
        } catch (IOException e) {
            writable = false;
            problems.add(
                    Problem.of("SETTINGS_UNREADABLE.stuck", file).because(cause).advising(Action.read("moveFileAway")));
        }
    }

    /**
     * Reading never fails for want of room: what was set aside is told anyway. Whoever has the lock, or wrote a new file since, has made a
     * change, which is newer.
     */
    private void saveWhatWasUnderstood(ObjectNode root) {
        try (var lock = ProcessLock.tryTake(lockFile()).orElse(null)) {
            if (lock != null && kept != null && !Files.exists(file)) {
                save(kept, root);
            }
        } catch (IOException e) {
            problems.add(notWritten(e).problem());
        }
    }

    private void save(Settings settings, ObjectNode root) throws IOException {
        if (!writable) {
            return;
        }
        new SettingsJson().write(settings, root);
        var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private ProblemException notWritten(IOException e) {
        return new ProblemException(
                Problem.of("SETTINGS_NOT_WRITTEN", file).because(e).advising(Action.tryAgain()), e);
    }
}
