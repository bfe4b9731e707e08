package app.recount.memory;

import java.util.Optional;

/**
 * A statement for a memory database.
 *
 * @param metric the one counter that it is about, where it is about one alone
 */
public record MemoryStatement(Purpose purpose, String sql, Optional<RollupMetric> metric) {

    public MemoryStatement(Purpose purpose, String sql) {
        this(purpose, sql, Optional.empty());
    }

    MemoryStatement(Purpose purpose, String sql, RollupMetric metric) {
        this(purpose, sql, Optional.of(metric));
    }
}
