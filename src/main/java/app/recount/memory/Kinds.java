package app.recount.memory;

import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * What the values of a column are told apart by: each known value is a kind, compared exactly whatever collation the column was
 * declared with, and everything else is one more kind, NULL included.
 */
public record Kinds(String column, List<String> known) {

    static final Kinds OBSERVATION_TYPES = new Kinds("type", List.of("bugfix", "discovery", "decision", "refactor"));
    static final Kinds SESSION_STATUSES = new Kinds("status", List.of("completed", "failed"));
    static final Kinds SESSION_PLATFORMS = new Kinds("platform_source", List.of("claude", "codex", "gemini"));

    public Kinds {
        known = List.copyOf(known);
    }

    public int kind(String value) {
        int kind = known.indexOf(value);
        if (kind < 0) {
            throw new IllegalArgumentException(value);
        }
        return kind;
    }

    /** The kind of what is not known. */
    public int other() {
        return known.size();
    }

    /** SQL that is 1 for values of the kind and 0 for others. */
    public String is(int kind) {
        return kind == other()
                ? weighed(each -> each == kind ? 1 : 0)
                : "%s IS '%s' COLLATE BINARY".formatted(column, known.get(kind));
    }

    /** SQL that is a number for each kind. NOT IN would look every row up in a temporary index. */
    public String weighed(IntToLongFunction weight) {
        var sql = new StringBuilder("CASE %s COLLATE BINARY ".formatted(column));
        for (int kind = 0; kind < known.size(); kind++) {
            sql.append("WHEN '%s' THEN %d ".formatted(known.get(kind), weight.applyAsLong(kind)));
        }
        return sql.append("ELSE %d END".formatted(weight.applyAsLong(other()))).toString();
    }
}
