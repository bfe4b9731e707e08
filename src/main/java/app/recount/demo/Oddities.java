package app.recount.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The rows that real databases have and nobody expects: times that are none, times that have not come yet, times before
 * claude-mem existed, and observations older than the first session.
 */
final class Oddities {

    /** Rows of each kind; the tests count them again. */
    static final int CORRUPT = 6;

    static final int FUTURE = 5;
    static final int ANCIENT = 4;
    static final int BEFORE_INSTALL = 7;

    private final LocalDate firstDay;
    private final LocalDate today;

    Oddities(LocalDate firstDay, LocalDate today) {
        this.firstDay = firstDay;
        this.today = today;
    }

    /** Adds them to the first session's observations. */
    void write(Connection connection) throws SQLException {
        try (var observation = connection.prepareStatement("""
                INSERT INTO observations (memory_session_id, project, text, type, title, created_at, created_at_epoch,
                    content_hash)
                SELECT memory_session_id, project, NULL, 'change', ?1, ?2, ?3, ?1 FROM sdk_sessions WHERE id = 1
                """)) {
            corrupt(observation);
            future(observation);
            ancient(observation);
            beforeInstall(observation);
        }
    }

    private void corrupt(PreparedStatement observation) throws SQLException {
        // SQLite keeps what does not look like an integer, whatever the column was declared as
        insert(observation, "Imported with a date", firstDay + "T09:30:00.000Z");
        insert(observation, "Imported with a day", firstDay.plusDays(1).toString());
        insert(observation, "Imported with a word", "yesterday");
        insert(observation, "Imported without a time", "");
        insert(
                observation,
                "Imported with a fraction",
                noon(firstDay.plusDays(3)).toEpochMilli() + 0.5);
        insert(observation, "Imported with a blob", new byte[] {1, 2, 3, 4});
    }

    private void future(PreparedStatement observation) throws SQLException {
        // microseconds taken for milliseconds: the year is past 50 000
        insert(
                observation,
                "Counted in microseconds",
                noon(firstDay.plusDays(40)).toEpochMilli() * 1000);
        insert(
                observation,
                "Counted in microseconds again",
                noon(firstDay.plusDays(41)).toEpochMilli() * 1000);
        insert(
                observation,
                "Written with a wrong clock",
                noon(today.plusDays(33)).toEpochMilli());
        insert(
                observation,
                "Written with a wrong clock, later",
                noon(today.plusDays(34)).toEpochMilli());
        insert(
                observation,
                "Written with a wrong year",
                noon(today.plusYears(10)).toEpochMilli());
    }

    private void ancient(PreparedStatement observation) throws SQLException {
        insert(observation, "Never given a time", 0);
        insert(observation, "Never given a time, one millisecond on", 1);
        insert(
                observation,
                "Imported from notes of 2022",
                Instant.parse("2022-09-01T08:00:00Z").toEpochMilli());
        insert(
                observation,
                "Imported from notes of 2023",
                Instant.parse("2023-12-31T23:59:59Z").getEpochSecond());
    }

    private void beforeInstall(PreparedStatement observation) throws SQLException {
        for (int n = 1; n <= BEFORE_INSTALL; n++) {
            insert(
                    observation,
                    "Carried over from another machine, page " + n,
                    noon(firstDay.minusDays(3L * n)).getEpochSecond());
        }
    }

    private void insert(PreparedStatement observation, String title, Object epoch) throws SQLException {
        observation.setString(1, title);
        observation.setString(2, firstDay + "T12:00:00.000Z");
        observation.setObject(3, epoch);
        observation.executeUpdate();
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    }
}
