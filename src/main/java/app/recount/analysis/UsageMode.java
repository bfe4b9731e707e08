package app.recount.analysis;

import java.util.Locale;

/** How a run's tokens were counted. {@link #word()} is the stored and exported form. */
public enum UsageMode {
    PER_MESSAGE_SUM,
    WINDOWED_SUM,
    COUNTER_DELTA,
    CUMULATIVE_SNAPSHOT,
    MANUAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
