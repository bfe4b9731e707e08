package app.recount.memory;

import java.time.Instant;
import java.time.LocalDate;

/** Sorts rows by their epoch: into the UTC day they fell on, counted from 1970, or into a bucket for those that do not count. */
final class DayBucket {

    /** No integer, or none at all. */
    static final long CORRUPT = -3;

    static final long BEFORE_FLOOR = -2;
    static final long FUTURE = -1;

    private static final long DAY_SECONDS = 86_400;
    private static final long DAY_MILLIS = DAY_SECONDS * 1000;

    /** claude-mem stored seconds once; what is smaller than this cannot be milliseconds of its lifetime. */
    static final long SMALLEST_MILLIS = 1_000_000_000_000L;

    private DayBucket() {}

    static boolean isDay(long bucket) {
        return bucket >= 0;
    }

    static LocalDate day(long bucket) {
        return LocalDate.ofEpochDay(bucket);
    }

    /** SQL for the bucket of a row. The commonest case stands first, and nothing is multiplied before it is known to be small. */
    static String sql(String epoch, Instant now) {
        return """
                CASE
                    WHEN typeof(%1$s) <> 'integer' THEN %2$d
                    WHEN %1$s BETWEEN %3$d AND %4$d THEN %1$s / %5$d
                    WHEN %1$s >= %6$d THEN CASE WHEN %1$s > %4$d THEN %7$d ELSE %8$d END
                    WHEN %1$s < %9$d THEN %8$d
                    WHEN %1$s * 1000 > %4$d THEN %7$d
                    ELSE %1$s / %10$d
                END""".formatted(
                        epoch,
                        CORRUPT,
                        DayWindow.FLOOR.toEpochMilli(),
                        now.toEpochMilli(),
                        DAY_MILLIS,
                        SMALLEST_MILLIS,
                        FUTURE,
                        BEFORE_FLOOR,
                        DayWindow.FLOOR.getEpochSecond(),
                        DAY_SECONDS);
    }

    /** SQL for whether the row's epoch is in seconds. */
    static String inSeconds(String epoch) {
        return "typeof(%1$s) = 'integer' AND %1$s < %2$d".formatted(epoch, SMALLEST_MILLIS);
    }
}
