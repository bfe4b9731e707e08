package app.recount.desktop.cost;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How many UTC days are put together. Weeks begin on Monday. */
enum Span {
    DAY,
    WEEK,
    MONTH;

    private static final int DAYS_THAT_ARE_TOLD_APART = 62;
    private static final int DAYS_OF_WEEKS = 62 * 7;

    /** The shortest one that does not crowd so many days. */
    static Span forDays(long days) {
        return days <= DAYS_THAT_ARE_TOLD_APART ? DAY : days <= DAYS_OF_WEEKS ? WEEK : MONTH;
    }

    LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }
}
