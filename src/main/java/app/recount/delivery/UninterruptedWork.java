package app.recount.delivery;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Work on a thread that nobody interrupts, because an interrupt closes files in the middle of a write and ends posthog-java's
 * barrier. An interrupt of whoever waits for it becomes a cancellation that the work looks at where it can.
 */
final class UninterruptedWork {

    private UninterruptedWork() {}

    static <T> T run(SendWatch watch, Function<SendWatch, T> work) {
        var own = new InterruptibleWatch(watch);
        var task = new FutureTask<>(() -> work.apply(own));
        Thread.ofPlatform().name("recount-delivery").start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    own.interrupt();
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A watch that an interrupt cancels as well. */
    private static final class InterruptibleWatch implements SendWatch {

        private final SendWatch outer;
        private volatile boolean interrupted;

        InterruptibleWatch(SendWatch outer) {
            this.outer = outer;
        }

        void interrupt() {
            interrupted = true;
        }

        @Override
        public void report(SendStep step) {
            outer.report(step);
        }

        @Override
        public boolean isCancelled() {
            return interrupted || outer.isCancelled();
        }
    }
}
