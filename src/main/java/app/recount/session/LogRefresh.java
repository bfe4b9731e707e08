package app.recount.session;

import app.recount.session.LogChanges.Changed;
import app.recount.store.Progress;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Reads what has changed, several files at a time, and hands it over in batches that are worth a transaction. */
final class LogRefresh {

    private static final int FILES = 64;
    private static final int ENTRIES = 10_000;

    /** Below this, starting threads costs more than they save. */
    private static final long WORTH_THREADS = 4L << 20;

    /**
     * What may be underway while others are put down: no reader is to wait for that. What it gave takes a few hundredths of this in
     * memory, a quarter if the logs are all very short.
     */
    private static final long AHEAD = 128L << 20;

    private static final int READERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final Consumer<List<LogReading>> writer;
    private final Progress progress;
    private final Texts texts;
    private final List<LogReading> batch = new ArrayList<>();
    private int entries;

    LogRefresh(Consumer<List<LogReading>> writer, Progress progress, Texts texts) {
        this.writer = writer;
        this.progress = progress;
        this.texts = texts;
    }

    void read(List<Changed> changes) {
        var bytes = changes.stream().mapToLong(Changed::bytes).sum();
        if (changes.size() < 2 || bytes < WORTH_THREADS) {
            changes.forEach(change -> take(LogReading.of(change.found(), change.before(), progress, texts)));
        } else {
            readAtOnce(changes, bytes);
        }
        write();
    }

    private void readAtOnce(List<Changed> changes, long bytes) {
        // the longest first, so that no reader is left alone with one at the end
        var rest = changes.stream()
                .sorted(Comparator.comparingLong(Changed::bytes).reversed())
                .iterator();
        var readers = Executors.newFixedThreadPool(
                READERS, Thread.ofPlatform().name("session-logs-", 1).daemon().factory());
        try {
            var done = new ExecutorCompletionService<Done>(readers);
            var running = 0;
            var underway = 0L;
            var read = 0L;
            while (rest.hasNext() || running > 0) {
                stopIfCancelled();
                // no more than are soon put down, because what was read waits in memory
                for (; rest.hasNext() && (running < 2 * READERS || underway < AHEAD); running++) {
                    var change = rest.next();
                    underway += change.bytes();
                    done.submit(
                            () -> new Done(change, LogReading.of(change.found(), change.before(), progress, texts)));
                }
                var next = done.take().get();
                running--;
                underway -= next.change().bytes();
                take(next.reading());
                read += next.change().bytes();
                progress.report(Wording.of("step.sessionLogs"), (double) read / Math.max(1, bytes));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(e);
        } catch (ExecutionException e) {
            throw failure(e);
        } finally {
            readers.shutdownNow();
        }
    }

    private record Done(Changed change, Optional<LogReading> reading) {}

    private void stopIfCancelled() {
        if (progress.isCancelled()) {
            throw new CancellationException();
        }
    }

    private static CancellationException stopped(InterruptedException cause) {
        var stopped = new CancellationException();
        stopped.initCause(cause);
        return stopped;
    }

    private static RuntimeException failure(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    private void take(Optional<LogReading> reading) {
        reading.filter(news -> !news.isNoNews()).ifPresent(news -> {
            batch.add(news);
            entries += news.entries().size();
            if (batch.size() >= FILES || entries >= ENTRIES) {
                write();
            }
        });
    }

    private void write() {
        if (!batch.isEmpty()) {
            writer.accept(List.copyOf(batch));
            batch.clear();
            entries = 0;
        }
    }
}
