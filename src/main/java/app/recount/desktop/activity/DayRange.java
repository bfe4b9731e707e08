package app.recount.desktop.activity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days from the first to the last, both included. */
record DayRange(LocalDate first, LocalDate last) {

    static DayRange of(LocalDate day) {
        return new DayRange(day, day);
    }

    /** Whatever the order of the two. */
    static DayRange between(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? new DayRange(other, one) : new DayRange(one, other);
    }

    /** From the first day of both to the last one. */
    DayRange joined(DayRange other) {
        return new DayRange(
                first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    boolean overlaps(LocalDate from, LocalDate to) {
        return !to.isBefore(first) && !from.isAfter(last);
    }

    long length() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
