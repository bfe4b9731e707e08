package app.recount.desktop.widget;

import java.time.Duration;

/** How spans of time are written: exactly for what was measured, roughly for how long ago something was. */
public final class Durations {

    private Durations() {}

    /** Two units: “9 s”, “38 m 02 s”, “2 h 04 m”, “3 d 01 h”. What is negative, because a clock was set back, counts as 0. */
    public static String exact(Duration span) {
        var seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return two(seconds, 60, "m", 1, "s");
        }
        return seconds < 86_400 ? two(seconds, 3600, "h", 60, "m") : two(seconds, 86_400, "d", 3600, "h");
    }

    /** One unit, rounded down: “4 s”, “14 m”, “2 h”, “3 d”. */
    public static String rough(Duration span) {
        var seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " m";
        }
        return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    private static String two(long seconds, long large, String largeUnit, long small, String smallUnit) {
        return "%d %s %02d %s".formatted(seconds / large, largeUnit, seconds % large / small, smallUnit);
    }
}
