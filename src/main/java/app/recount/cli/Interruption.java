package app.recount.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C into a wish to stop, and keeps the process alive until what is running has put its books in order. */
final class Interruption implements AutoCloseable {

    /** Longer than any step that heeds the wish; a process that hangs is still ended. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch wish = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "interruption");
    private volatile boolean asked;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isAsked() {
        return asked;
    }

    /** Waits so long, or until Ctrl-C; says whether it was pressed. */
    boolean awaitAsked(Duration longest) throws InterruptedException {
        return wish.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask() {
        asked = true;
        wish.countDown();
        try {
            if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitStatus.FAILED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        if (!asked) {
            removeHook();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process has begun to end in this very moment; the hook finds that nothing is left to wait for
            asked = true;
        }
    }
}
