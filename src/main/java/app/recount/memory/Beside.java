package app.recount.memory;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One query on a thread and a connection of its own, while the others run. Closing waits for it. */
final class Beside<T> implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("reader-beside").daemon().factory());

    private final Future<T> result;

    Beside(Callable<T> query) {
        result = thread.submit(query);
    }

    /** What the query brought home; fails as it did. */
    T await() throws SQLException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a query");
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
