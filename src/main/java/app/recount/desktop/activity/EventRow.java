package app.recount.desktop.activity;

import app.recount.desktop.widget.Figures;
import app.recount.memory.DailyRollup;
import app.recount.memory.RollupMetric;
import app.recount.payload.BackfillEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One event as a row of the table; what it sends decides, not what was counted. */
final class EventRow {

    private final int index;
    private final BackfillEvent event;
    private final Optional<DailyRollup> rollup;
    private @Nullable String words;

    /**
     * A row.
     *
     * @param index of the event in the payload
     * @param rollup what the day's counters came from; empty for the install event
     */
    EventRow(int index, BackfillEvent event, Optional<DailyRollup> rollup) {
        this.index = index;
        this.event = event;
        this.rollup = rollup;
    }

    int index() {
        return index;
    }

    BackfillEvent event() {
        return event;
    }

    Optional<DailyRollup> rollup() {
        return rollup;
    }

    LocalDate day() {
        return event.day();
    }

    String name() {
        return event.name().text();
    }

    boolean isDaily() {
        return event.name() == BackfillEvent.Name.HISTORICAL_ACTIVITY;
    }

    /** What the event sends for the metric; empty where the key is absent. */
    Optional<BigDecimal> value(RollupMetric metric) {
        return event.properties().get(metric.key()) instanceof BigDecimal number
                ? Optional.of(number)
                : Optional.empty();
    }

    /** Whether any column shows the text, whatever its case. */
    boolean contains(String lowerCaseText) {
        if (words == null) {
            words = allWords();
        }
        return words.contains(lowerCaseText);
    }

    private String allWords() {
        var all = new StringBuilder().append(day()).append('\n').append(name());
        for (var metric : RollupMetric.values()) {
            all.append('\n').append(Figures.of(value(metric)));
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }
}
