package app.recount.analysis;

import java.util.Locale;

/** How a run's tokens were counted. {@link #word()} is the stored and exported form. */
public enum UsageMode {
    PER_MESSAGE_SUM,
    WINDOWED_SUM,
    COUNTER_DELTA,
    CUMULATIVE_SNAPSHOT,
    MANUAL;

    /** Claude Code and Amp say what each message used; Codex says with each event what was added to the session's counter. */
    static UsageMode of(RunTool tool) {
        return switch (tool) {
            case CLAUDE_CODE, AMP -> PER_MESSAGE_SUM;
            case CODEX -> COUNTER_DELTA;
            case MANUAL, OTHER -> MANUAL;
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
