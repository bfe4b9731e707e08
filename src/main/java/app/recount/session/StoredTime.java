package app.recount.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as the index keeps them: whole microseconds since 1970. A year that no log can mean is no time at all. */
final class StoredTime {

    private static final Instant OLDEST = Instant.EPOCH.minus(365_000, ChronoUnit.DAYS);
    private static final Instant NEWEST = Instant.EPOCH.plus(3_650_000, ChronoUnit.DAYS);

    private StoredTime() {}

    static @Nullable Long micros(@Nullable Instant instant) {
        if (instant == null || instant.isBefore(OLDEST) || instant.isAfter(NEWEST)) {
            return null;
        }
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000;
    }

    static boolean keepsExactly(@Nullable Instant instant) {
        var micros = micros(instant);
        return micros == null ? instant == null : instant(micros).equals(instant);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static @Nullable Instant read(ResultSet row, int column) throws SQLException {
        var micros = row.getLong(column);
        return row.wasNull() ? null : instant(micros);
    }
}
