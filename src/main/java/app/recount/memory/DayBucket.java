package app.recount.memory;

import java.time.Instant;
import java.time.LocalDate;

/** Sorts rows by their epoch: into the UTC day they fell on, counted from 1970, or into a bucket for those that do not count. */
final class DayBucket {

    static final long FUTURE = -1;
    static final long BEFORE_FLOOR = -2;

    /** No integer, or none at all. */
    static final long CORRUPT = -3;

    private static final long DAY_SECONDS = 86_400;
    private static final long DAY_MILLIS = DAY_SECONDS * 1000;

    /** claude-mem stored seconds once; what is smaller than this cannot be milliseconds of its lifetime. */
    private static final long SMALLEST_MILLIS = 1_000_000_000_000L;

    private DayBucket() {}

    static boolean isDay(long bucket) {
        return bucket >= 0;
    }

    static LocalDate day(long bucket) {
        return LocalDate.ofEpochDay(bucket);
    }

    /**
     * SQL for the mark of a row: twice its bucket, plus one if its epoch is in seconds, so that one number to group by tells both.
     * The commonest case stands first, and nothing is multiplied before it is known to be small.
     */
    static String markSql(String epoch, Instant now) {
        return """
                CASE
                    WHEN %1$s BETWEEN %3$d AND %4$d AND typeof(%1$s) = 'integer' THEN %1$s / %5$d * 2
                    WHEN typeof(%1$s) <> 'integer' THEN %2$d * 2
                    WHEN %1$s >= %6$d THEN CASE WHEN %1$s > %4$d THEN %7$d ELSE %8$d END * 2
                    WHEN %1$s < %9$d THEN %8$d * 2
                    WHEN %1$s * 1000 > %4$d THEN %7$d * 2
                    ELSE %1$s / %10$d * 2 + 1
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

    /** The bucket of a moment that is known to be in milliseconds. */
    static long of(Instant at, Instant now) {
        if (at.isAfter(now)) {
            return FUTURE;
        }
        return at.isBefore(DayWindow.FLOOR)
                ? BEFORE_FLOOR
                : DayWindow.utcDay(at).toEpochDay();
    }

    static long ofMark(long mark) {
        return mark >> 1;
    }

    /** Only told of rows that fell on a day. */
    static boolean isInSeconds(long mark) {
        return (mark & 1) == 1;
    }
}
