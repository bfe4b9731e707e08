package app.recount.desktop.shell;

import app.recount.problem.Problem;
import app.recount.store.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Runs what takes longer than a frame and hands the results back on the window's thread:
 *
 * <pre>{@code
 * background.task("Reading", progress -> reader.read(file, now, progress))
 *         .onReader()
 *         .whenDone(this::show)
 *         .start();
 * }</pre>
 *
 * A job that is still running after 300 ms becomes {@link #visibleJob() visible}.
 */
public final class Background implements AutoCloseable {

    /** What a job does, off the window's thread. It ends early with a CancellationException when progress says so. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    static final Duration PATIENCE = Duration.ofMillis(300);

    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Executor window;
    private final Consumer<Problem> unhandled;
    private final List<Consumer<LongWork.End>> listeners = new ArrayList<>();
    private final ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("reader").daemon().factory());
    // a timer that is set after the window closed is forgotten
    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("timer").daemon().factory(), new ThreadPoolExecutor.DiscardPolicy());

    /** All that were started and have not ended, with what will show them; only the window's thread looks at it. */
    private final Map<Job, Future<?>> running = new HashMap<>();

    private boolean closed;

    private final List<Job> visible = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Job>> visibleJob = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param window runs on the window's thread, in order
     * @param unhandled gets the problems of jobs that do not handle their own
     */
    public Background(Executor window, Consumer<Problem> unhandled) {
        this.window = window;
        this.unhandled = unhandled;
    }

    /** Describes a job; nothing happens before {@link Task#start()}. */
    public <T> Task<T> task(String name, Work<T> work) {
        return new Task<>(this, name, work);
    }

    /** Does something on the window's thread again and again until the window closes. */
    public void every(Duration pause, Runnable action) {
        var _ = timer.scheduleWithFixedDelay(
                () -> onWindow(action), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does something on the window's thread once, unless the window closes before. May be called from any thread. */
    public void after(Duration pause, Runnable action) {
        var _ = timer.schedule(() -> onWindow(action), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Tells of long work that has ended, after its own handlers; not of work that was cancelled. */
    public void whenLongWorkEnds(Consumer<LongWork.End> listener) {
        listeners.add(listener);
    }

    /** The job that the status bar shows: the latest that is still running and older than 300 ms. */
    public ReadOnlyObjectProperty<Optional<Job>> visibleJob() {
        return visibleJob.getReadOnlyProperty();
    }

    /** Cancels what is running and waits a moment for it, so that settings are written before the program ends. */
    @Override
    public void close() {
        closed = true;
        running.keySet().forEach(Job::cancel);
        timer.shutdownNow();
        virtual.shutdown();
        reader.shutdown();
        try {
            boolean ended = virtual.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)
                    && reader.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                unhandled.accept(Problem.of("STILL_RUNNING"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void run(Job job, boolean onReader, Runnable body) {
        if (closed) {
            // a timer of a window that is gone
            return;
        }
        running.put(job, timer.schedule(() -> onWindow(() -> show(job)), PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        (onReader ? reader : virtual).execute(body);
    }

    void onWindow(Runnable action) {
        window.execute(action);
    }

    void ended(Job job) {
        job.end();
        // most end before anybody would have to see them: the window need not wake up for that
        Optional.ofNullable(running.remove(job)).ifPresent(showing -> showing.cancel(false));
        visible.remove(job);
        visibleJob.set(visible.isEmpty() ? Optional.empty() : Optional.of(visible.getLast()));
    }

    void tell(LongWork.End end) {
        listeners.forEach(listener -> listener.accept(end));
    }

    void unhandled(Problem problem) {
        unhandled.accept(problem);
    }

    private void show(Job job) {
        if (!job.hasEnded()) {
            visible.add(job);
            visibleJob.set(Optional.of(job));
        }
    }
}
