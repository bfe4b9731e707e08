package app.recount.desktop.shell;

import app.recount.store.Progress;
import app.recount.text.Wording;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A running job as the window sees it. Its properties change on the window's thread only; it may be cancelled from any. */
public final class Job {

    private record Report(Wording step, double fraction) {}

    private final Executor window;
    private final ReadOnlyObjectWrapper<Wording> step;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final AtomicReference<@Nullable Report> latest = new AtomicReference<>();
    private final long begun = System.nanoTime();
    private volatile boolean cancelled;
    private boolean ended;

    Job(Executor window, String name) {
        this.window = window;
        this.step = new ReadOnlyObjectWrapper<>(Wording.verbatim(name));
    }

    /** What is being done now. */
    public ReadOnlyObjectProperty<Wording> step() {
        return step.getReadOnlyProperty();
    }

    /** How far it is, 0 to 1; negative if that cannot be told. */
    public ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    /** Asks the work to stop; it does so at its next look. */
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Hands reports to the window, never more than one at a time: a report that was overtaken is not painted. */
    Progress progress() {
        return new Progress() {
            @Override
            public void report(Wording now, double done) {
                if (latest.getAndSet(new Report(now, done)) == null) {
                    window.execute(Job.this::paint);
                }
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
    }

    /** How long ago it was asked for. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    private void paint() {
        var report = latest.getAndSet(null);
        if (report != null && !ended) {
            step.set(report.step());
            fraction.set(report.fraction());
        }
    }
}
