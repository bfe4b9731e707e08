package app.recount;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that is made once, when it is first asked for, by whichever thread asks. */
final class Lazy<T> {

    private final Supplier<T> maker;
    private @Nullable T made;

    Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    synchronized T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }

    synchronized void ifMade(Consumer<T> consumer) {
        if (made != null) {
            consumer.accept(made);
        }
    }
}
