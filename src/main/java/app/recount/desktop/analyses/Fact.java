package app.recount.desktop.analyses;

import java.util.Optional;

/**
 * One thing that is known of a run.
 *
 * @param mono whether it is an id, a key or a method
 * @param whole what is said and copied where only a part is shown
 * @param bold the end of the value that stands out; empty if nothing does
 */
record Fact(String name, String value, boolean mono, Optional<String> whole, String bold) {

    static Fact of(String name, String value) {
        return new Fact(name, value, false, Optional.empty(), "");
    }

    static Fact mono(String name, String value) {
        return new Fact(name, value, true, Optional.empty(), "");
    }

    /** Shows only as much as {@code shown} of an id; the whole is said where it is pointed at, and copied. */
    static Fact id(String name, String shown, String whole) {
        return new Fact(name, shown, true, Optional.of(whole), "");
    }

    /** The same of words, names and paths. */
    static Fact shortened(String name, String shown, String whole) {
        return new Fact(name, shown, false, Optional.of(whole), "");
    }

    static Fact ending(String name, String value, String bold) {
        return new Fact(name, value, false, Optional.empty(), bold);
    }
}
