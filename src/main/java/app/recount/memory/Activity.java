package app.recount.memory;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that was counted in one reading of a memory database.
 *
 * @param database the file that was asked for, not the private copy it may have been read from
 * @param fingerprint how the files looked just before they were read; {@link MemoryWatch} compares with it
 * @param now the instant that the reading was for; it decides the last full day and what lies in the future
 * @param installDay UTC day of the first activity, empty if there is none
 * @param window empty when no day may be sent
 * @param rollups the days of the window that have any key, oldest first
 * @param findings most important first
 * @param turns what compression turns cost, also on days outside the window
 */
public record Activity(
        Path database,
        ReadMode readMode,
        Fingerprint fingerprint,
        Instant now,
        Optional<LocalDate> installDay,
        LocalDate lastFullDay,
        Optional<DayWindow> window,
        List<DailyRollup> rollups,
        List<Finding> findings,
        MemorySchema schema,
        List<TurnGroup> turns) {

    public Activity {
        rollups = List.copyOf(rollups);
        findings = List.copyOf(findings);
        turns = List.copyOf(turns);
    }

    /** The compression turns of the days that may be sent. */
    public List<TurnGroup> turnsInWindow() {
        return turns.stream()
                .filter(group ->
                        window.filter(days -> days.contains(group.day())).isPresent())
                .toList();
    }
}
