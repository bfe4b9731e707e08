package app.recount.desktop.activity;

import app.recount.memory.Explanation;
import java.util.List;
import java.util.Optional;

/**
 * One field of an event and where it comes from.
 *
 * @param path as in the JSON: {@code properties.read_tokens}
 * @param key the last part of the path
 * @param value as shown
 * @param meaning plain words; empty where nothing is known of the key
 * @param formula with the day's own values
 * @param from tables and columns, or another source
 * @param rows how many rows were counted
 * @param caution what the value leaves out
 */
record FieldFact(
        String path,
        String key,
        String value,
        boolean figure,
        String meaning,
        Optional<String> formula,
        List<Origin> from,
        Optional<String> rows,
        Optional<String> caution) {

    /**
     * A source.
     *
     * @param note in parentheses behind it: “length only”
     */
    record Origin(String name, Optional<String> note) {}

    FieldFact {
        from = List.copyOf(from);
    }

    /** Whether it was counted from rows of a database. */
    boolean isCounted() {
        return figure || key.equals(Explanation.FIRST_ACTIVE_DATE);
    }
}
