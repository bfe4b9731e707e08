package app.recount.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value of a line on which a reader stands. It is read once, by one of these methods, which steps over it; whatever is not of the
 * kind that was asked for is stepped over as well.
 */
interface LineJson {

    /**
     * Reads one field into an object; the value that it is given it reads once.
     *
     * @param <T> what the field is read into. It is handed through so that a reader can be a constant: making one for each line takes as
     *     long as reading a field
     */
    @FunctionalInterface
    interface Field<T> {
        void read(T into, String name, LineJson value);
    }

    /** Reads one element of an array into an object. */
    @FunctionalInterface
    interface Element<T> {
        void read(T into, LineJson value);
    }

    /** Reads the fields of an object. */
    <T> void fields(T into, Field<T> field);

    /** Reads the elements of an array. */
    <T> void elements(T into, Element<T> element);

    void skip();

    /** Reads nothing. */
    boolean isObject();

    /** A short text; null for an empty one and for one that is too long for a name. */
    @Nullable
    String name();

    /** A text as long as paths are. */
    @Nullable
    String path();

    /** A session's id in lower case; null if it is no UUID. */
    @Nullable
    String uuid();

    @Nullable
    Instant time();

    /** Whether it is true. */
    boolean yes();

    /** How many tokens; none if it is null. Anything but a sane whole number makes the whole line unreadable. */
    long tokens();
}
