package app.recount.store;

import org.jspecify.annotations.Nullable;

/**
 * A query whose answer is kept until somebody changes the store, in this process or another: whoever asks often while little happens
 * reads next to nothing. Safe for any number of threads.
 */
public final class Remembered<T> {

    private final RecountStore store;
    private final Query<T> query;
    private volatile @Nullable Answer<T> last;

    /** @param query its answer has to be immutable */
    public Remembered(RecountStore store, Query<T> query) {
        this.store = store;
        this.query = query;
    }

    private record Answer<T>(StoreMoment at, T value) {}

    /** The same object as before if nothing has changed. Fails as {@link RecountStore#read} does. */
    public T get() {
        return store.read(connection -> {
            var now = store.moment(connection);
            var known = last;
            if (known != null && known.at().equals(now)) {
                return known.value();
            }
            var value = query.run(connection);
            last = new Answer<>(now, value);
            return value;
        });
    }
}
