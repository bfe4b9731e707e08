package app.recount.desktop.shell;

import app.recount.desktop.shell.Background.Work;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.text.Wording;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A job that is being described; see {@link Background}. All handlers are called on the window's thread. */
public final class Task<T> {

    private final Background background;
    private final String name;
    private final Work<T> work;
    private boolean onReader;
    private boolean always;
    private Optional<LongWork> longWork = Optional.empty();
    private Consumer<? super T> done = result -> {};
    private @Nullable Consumer<Problem> failed;
    private Runnable cancelled = () -> {};
    private Runnable ended = () -> {};

    Task(Background background, String name, Work<T> work) {
        this.background = background;
        this.name = name;
        this.work = work;
    }

    /** On the one thread that reads SQLite; jobs there run one after the other. Otherwise a virtual thread is used. */
    public Task<T> onReader() {
        onReader = true;
        return this;
    }

    /** Even if the window closes before it has begun: short work that must not be lost. */
    public Task<T> always() {
        always = true;
        return this;
    }

    /** May take so long that nobody stays to watch it: its end is told to {@link Background#whenLongWorkEnds}. */
    public Task<T> isLong(LongWork kind) {
        longWork = Optional.of(kind);
        return this;
    }

    public Task<T> whenDone(Consumer<? super T> handler) {
        done = handler;
        return this;
    }

    /** Without it, the problem becomes a notice. */
    public Task<T> whenFailed(Consumer<Problem> handler) {
        failed = handler;
        return this;
    }

    public Task<T> whenCancelled(Runnable handler) {
        cancelled = handler;
        return this;
    }

    /** Before any other handler, however the job ended. */
    public Task<T> whenEnded(Runnable handler) {
        ended = handler;
        return this;
    }

    public Job start() {
        var job = new Job(background::onWindow, name);
        background.run(job, onReader, () -> run(job));
        return job;
    }

    private void run(Job job) {
        try {
            if (job.isCancelled() && !always) {
                throw new CancellationException();
            }
            var result = work.run(job.progress());
            finish(job, () -> {
                done.accept(result);
                tell(job, true);
            });
        } catch (CancellationException e) {
            finish(job, cancelled);
        } catch (ProblemException e) {
            finish(job, () -> fail(job, e.problem()));
        } catch (Exception | Error e) {
            finish(job, () -> fail(job, unexpected(e)));
        }
    }

    private void finish(Job job, Runnable handler) {
        background.onWindow(() -> {
            background.ended(job);
            ended.run();
            handler.run();
        });
    }

    private void fail(Job job, Problem problem) {
        if (failed == null) {
            background.unhandled(problem);
        } else {
            failed.accept(problem);
        }
        tell(job, false);
    }

    /** Whoever cancels knows that it ended. */
    private void tell(Job job, boolean well) {
        longWork.ifPresent(kind -> background.tell(new LongWork.End(kind, job.age(), well)));
    }

    private Problem unexpected(Throwable fault) {
        var reason = fault.getMessage() == null ? "" : ": " + fault.getMessage();
        return Problem.of("UNEXPECTED.task", name)
                .because(Wording.verbatim(fault.getClass().getSimpleName() + reason))
                .advising(Action.tryAgain());
    }
}
