package app.recount.desktop.shell;

import app.recount.delivery.BackfillPreview;
import app.recount.delivery.PreviewRequest;
import app.recount.desktop.shell.MemoryState.Missing;
import app.recount.desktop.shell.MemoryState.Opened;
import app.recount.desktop.shell.MemoryState.Reading;
import app.recount.desktop.shell.MemoryState.Unreadable;
import app.recount.desktop.shell.MemoryState.Waiting;
import app.recount.memory.MemoryWatch;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.store.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The memory database that the window looks at: opens it, reads it again, seals its payload with or without location. One preview
 * at a time is current; all pages show that one.
 */
public final class Workspace {

    /** Reads and seals; {@code BackfillRun::preview}. */
    @FunctionalInterface
    public interface Reader {
        BackfillPreview preview(PreviewRequest request, Progress progress);
    }

    private final Reader reader;
    private final Supplier<Source> ownSource;
    private final Background background;
    private final String taskName;

    private final ReadOnlyObjectWrapper<MemoryState> state;
    private final ReadOnlyObjectWrapper<Optional<BackfillPreview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private boolean withoutLocation;
    private @Nullable Job running;
    private long turns;

    /**
     * Reads nothing yet.
     *
     * @param ownSource claude-mem's own database as the environment and the settings say at the time of the call
     * @param taskName how the reading is called while it runs
     */
    public Workspace(Reader reader, Supplier<Source> ownSource, Background background, String taskName) {
        this.reader = reader;
        this.ownSource = ownSource;
        this.background = background;
        this.taskName = taskName;
        this.state = new ReadOnlyObjectWrapper<>(new Waiting(ownSource.get()));
        state.subscribe(
                now -> preview.set(now instanceof Opened opened ? Optional.of(opened.preview()) : Optional.empty()));
    }

    public ReadOnlyObjectProperty<MemoryState> state() {
        return state.getReadOnlyProperty();
    }

    /** The current preview; empty unless a database is open. */
    public ReadOnlyObjectProperty<Optional<BackfillPreview>> preview() {
        return preview.getReadOnlyProperty();
    }

    /** Whether a reading is on its way, the first or another. */
    public ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /** Whether the files have changed since they were read. */
    public ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /** Looks at the files from outside, in the background; to be called every few seconds. */
    public void lookForChanges() {
        if (state.get() instanceof Opened opened && !reading.get() && !changed.get()) {
            long turn = turns;
            background
                    .task(taskName, progress -> new MemoryWatch(opened.preview().activity()).hasChanged())
                    .whenDone(now -> changed.set(now && turn == turns))
                    .start();
        }
    }

    public Source source() {
        return state.get().source();
    }

    /** Hands on an answer about the source that is shown now; where another one is shown by then, nobody waits for it any more. */
    public <T> Consumer<T> ifStill(Consumer<? super T> then) {
        var asked = source();
        return answer -> {
            if (source().equals(asked)) {
                then.accept(answer);
            }
        };
    }

    /** claude-mem's own database, found anew. */
    public void openOwn() {
        open(ownSource.get());
    }

    /** Another database, to be inspected beside the own data directory. */
    public void open(Path database) {
        var own = ownSource.get();
        var absolute = database.toAbsolutePath().normalize();
        open(new Source(own.dataDirectory(), Optional.of(absolute), own.destination(), own.key(), false));
    }

    public void open(Source source) {
        withoutLocation = false;
        read(source);
    }

    /** Reads the same database again and seals anew. */
    public void refresh() {
        read(source());
    }

    /** Takes up destination, key and data directory as the settings now say, unless demo data is shown. */
    public void settingsChanged() {
        var source = source();
        if (source.demo()) {
            return;
        }
        source.database().ifPresentOrElse(this::open, this::openOwn);
    }

    /** Seals with or without asking the server not to derive a location; this changes the bytes and the digest. */
    public void withoutLocation(boolean without) {
        if (without != withoutLocation) {
            withoutLocation = without;
            refresh();
        }
    }

    private void read(Source source) {
        if (running != null) {
            running.cancel();
        }
        if (!(state.get() instanceof Opened opened) || !opened.source().equals(source)) {
            state.set(new Reading(source));
        }
        reading.set(true);
        changed.set(false);
        long turn = ++turns;
        var request = source.request(withoutLocation);
        running = background
                .task(taskName, progress -> readOrMiss(source, request, progress))
                .onReader()
                .isLong(LongWork.READING)
                .whenDone(next -> ended(turn, next))
                .whenFailed(problem -> ended(turn, new Unreadable(source, problem)))
                .whenCancelled(() -> cancelled(turn, source))
                .start();
    }

    /** Looks for the file off the window's thread, because a folder on a network may take its time. */
    private MemoryState readOrMiss(Source source, PreviewRequest request, Progress progress) {
        return Files.exists(source.databaseFile()) || source.database().isPresent()
                ? new Opened(source, reader.preview(request, progress))
                : new Missing(source);
    }

    private void ended(long turn, MemoryState next) {
        // a reading that was overtaken by another is of no interest any more
        if (turn == turns) {
            reading.set(false);
            state.set(next);
        }
    }

    /** What was open stays open, as it was sealed; a first reading that was cancelled has nothing to show. */
    private void cancelled(long turn, Source source) {
        if (turn == turns && state.get() instanceof Opened opened) {
            withoutLocation = opened.preview().request().withoutLocation();
        }
        var kept = state.get() instanceof Opened opened
                ? opened
                : new Unreadable(source, Problem.of("CANCELLED.reading").advising(Action.tryAgain()));
        ended(turn, kept);
    }
}
