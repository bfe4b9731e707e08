package app.recount.desktop.review;

import app.recount.delivery.SendStep;
import app.recount.delivery.SendWatch;
import app.recount.store.Progress;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/** Hands the steps of a sending to the window, never more than one at a time; a step that was overtaken is not painted. */
final class StepFeed implements SendWatch {

    private final Progress progress;
    private final Executor window;
    private final ObjectProperty<Optional<SendStep>> shown;
    private final AtomicReference<@Nullable SendStep> latest = new AtomicReference<>();

    StepFeed(Progress progress, Executor window, ObjectProperty<Optional<SendStep>> shown) {
        this.progress = progress;
        this.window = window;
        this.shown = shown;
    }

    @Override
    public void report(SendStep step) {
        progress.report(StepText.of(step), StepText.fraction(step));
        if (latest.getAndSet(step) == null) {
            window.execute(() -> shown.set(Optional.ofNullable(latest.getAndSet(null))));
        }
    }

    @Override
    public boolean isCancelled() {
        return progress.isCancelled();
    }
}
