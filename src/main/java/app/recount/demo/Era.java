package app.recount.demo;

import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What claude-mem and its user were like on a day of the history: the longer ago, the less was recorded.
 *
 * @param day days since the history began
 */
record Era(int day) {

    /** The oldest weeks count in seconds. */
    ChronoUnit epochUnit() {
        return day < 35 ? ChronoUnit.SECONDS : ChronoUnit.MILLIS;
    }

    boolean measuresDiscovery() {
        return day >= 14;
    }

    /** How likely an observation has its {@code text}: always, then sometimes while versions change, then never. */
    double textLikelihood() {
        return day < 120 ? 1 : day < 135 ? 0.5 : 0;
    }

    double subagentLikelihood() {
        return day < 60 ? 0 : 0.22;
    }

    boolean namesModel() {
        return day >= 90;
    }

    /** Tools in use; the more often one is named, the more it is used. */
    List<String> platforms() {
        if (day < 50) {
            return List.of("claude");
        }
        return day < 110
                ? List.of("claude", "claude", "claude", "claude", "codex")
                : List.of(
                        "claude",
                        "claude",
                        "claude",
                        "claude",
                        "claude",
                        "claude",
                        "codex",
                        "codex",
                        "gemini",
                        "cursor",
                        "opencode");
    }

    /** How much is done compared with the middle of the history; work grows on the user, in waves of about a month. */
    double intensity() {
        return 0.6 + day / 280.0 + 0.25 * Math.sin(day / 4.6);
    }
}
