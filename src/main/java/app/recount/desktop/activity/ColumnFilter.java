package app.recount.desktop.activity;

import app.recount.memory.RollupMetric;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** What a column lets through. */
sealed interface ColumnFilter extends Predicate<EventRow> {

    /** Figures between two bounds, both included; a row without the key does not pass. */
    record Between(RollupMetric metric, Optional<BigDecimal> least, Optional<BigDecimal> most) implements ColumnFilter {
        @Override
        public boolean test(EventRow row) {
            return row.value(metric)
                    .filter(value -> least.isEmpty() || value.compareTo(least.get()) >= 0)
                    .filter(value -> most.isEmpty() || value.compareTo(most.get()) <= 0)
                    .isPresent();
        }
    }

    /** Days whose ISO form contains the text: {@code 2026-06}. */
    record DayContains(String text) implements ColumnFilter {
        @Override
        public boolean test(EventRow row) {
            return row.day().toString().contains(text.strip());
        }
    }

    /** Names that contain the text. */
    record NameContains(String text) implements ColumnFilter {
        @Override
        public boolean test(EventRow row) {
            return row.name().contains(text.strip().toLowerCase(Locale.ROOT));
        }
    }
}
