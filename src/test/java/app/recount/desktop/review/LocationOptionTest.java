package app.recount.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Await;
import app.recount.delivery.BackfillPreview;
import app.recount.delivery.PreviewRequest;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.Source;
import app.recount.desktop.shell.Workspace;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.store.DataDirectory;
import app.recount.store.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The option to seal without a location, and the payload that it is about, never say different things. */
class LocationOptionTest {

    private final ExecutorService window = Executors.newSingleThreadExecutor();
    private final Background background = new Background(window, problem -> {});
    private final AtomicBoolean slow = new AtomicBoolean();
    private final Source source = new Source(
            new DataDirectory(Path.of("home"), List.of()),
            Optional.of(Path.of("claude-mem.db")),
            Destination.at("https://us.i.posthog.com", Destination.Origin.DEFAULT),
            ApiKey.rehearsal(),
            false);
    private final Workspace workspace = new Workspace(this::read, () -> source, background, "Reading");

    @AfterEach
    void close() {
        background.close();
        window.shutdownNow();
    }

    private BackfillPreview read(PreviewRequest request, Progress progress) {
        while (slow.get()) {
            if (progress.isCancelled()) {
                throw new CancellationException();
            }
            LockSupport.parkNanos(1_000_000);
        }
        return (request.withoutLocation() ? Previews.days(3).sealedWithoutLocation() : Previews.days(3)).make();
    }

    @Test
    void where_sealing_anew_was_cancelled_the_option_can_be_asked_for_again() throws Exception {
        onWindow(() -> workspace.open(source));
        awaitSealed();
        assertThat(isWithoutLocation()).isFalse();

        slow.set(true);
        onWindow(() -> workspace.withoutLocation(true));
        Await.until(() -> background.visibleJob().get().isPresent());
        onWindow(() -> background.visibleJob().get().orElseThrow().cancel());
        awaitSealed();
        assertThat(isWithoutLocation()).as("as it was sealed").isFalse();

        slow.set(false);
        onWindow(() -> workspace.withoutLocation(true));
        awaitSealed();
        assertThat(isWithoutLocation()).isTrue();
    }

    private boolean isWithoutLocation() {
        return workspace.preview().get().orElseThrow().request().withoutLocation();
    }

    private void awaitSealed() {
        Await.until(() -> window.submit(() -> !workspace.reading().get()).get());
    }

    private void onWindow(Runnable work) throws Exception {
        window.submit(work).get();
    }
}
