package app.recount.memory;

import app.recount.memory.Finding.Code;
import app.recount.text.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** What is to be said about rows: those that are counted in an odd way, and those that are not counted at all. */
final class RowFindings {

    private final Counts counts;
    private final List<RollupDay> days;

    RowFindings(Counts counts, List<RollupDay> days) {
        this.counts = counts;
        this.days = days;
    }

    Stream<Finding> all() {
        return Stream.of(
                withoutText(),
                corrupt(),
                future(),
                inSeconds(),
                beforeFloor(),
                beforeInstallDay(),
                tooYoung(),
                tooLarge());
    }

    private Finding withoutText() {
        var without = new Touched();
        long all = 0;
        for (var day : days) {
            var rollup = day.rollup();
            without.add(rollup.day(), rollup.rowsWithoutValue().getOrDefault(RollupMetric.READ_TOKENS, 0L));
            all += rollup.rows().getOrDefault(SourceTable.OBSERVATIONS, 0L);
        }
        return without.finding(
                Code.NULL_TEXTS,
                Wording.of("finding.NULL_TEXTS.meaning", Math.round(100.0 * without.rows / Math.max(1, all))));
    }

    private Finding corrupt() {
        return bucket(DayBucket.CORRUPT).finding(Code.CORRUPT_EPOCHS, Wording.of("finding.CORRUPT_EPOCHS.meaning"));
    }

    private Finding future() {
        return bucket(DayBucket.FUTURE).finding(Code.FUTURE_ROWS, Wording.of("finding.FUTURE_ROWS.meaning"));
    }

    private Finding inSeconds() {
        return rows((_, _) -> true, BucketCount::inSeconds)
                .finding(Code.SECOND_EPOCHS, Wording.of("finding.SECOND_EPOCHS.meaning"));
    }

    private Finding beforeFloor() {
        return bucket(DayBucket.BEFORE_FLOOR)
                .finding(Code.ROWS_BEFORE_FLOOR, Wording.of("finding.ROWS_BEFORE_FLOOR.meaning"));
    }

    private Finding beforeInstallDay() {
        return rows((day, installDay) -> day.isBefore(installDay), BucketCount::rows)
                .finding(Code.ROWS_BEFORE_INSTALL_DAY, Wording.of("finding.ROWS_BEFORE_INSTALL_DAY.meaning"));
    }

    private Finding tooYoung() {
        return rows(
                        (day, installDay) -> !day.isBefore(installDay)
                                && counts.window().stream().noneMatch(window -> window.contains(day)),
                        BucketCount::rows)
                .finding(Code.ROWS_TOO_YOUNG, Wording.of("finding.ROWS_TOO_YOUNG.meaning"));
    }

    private Finding tooLarge() {
        var touched = new Touched();
        for (var day : days) {
            touched.add(day.rollup().day(), day.tooLarge().size());
        }
        return touched.finding(Code.VALUE_OVERFLOW, Wording.of("finding.VALUE_OVERFLOW.meaning"));
    }

    private Touched bucket(long bucket) {
        var touched = new Touched();
        for (var table : counts.tables().values()) {
            touched.rows += table.bucket(bucket).rows();
        }
        return touched;
    }

    /** The rows of days that the predicate, given the day and the install day, holds for. */
    private Touched rows(BiPredicate<LocalDate, LocalDate> predicate, ToLongFunction<BucketCount> rows) {
        var touched = new Touched();
        counts.installDay().ifPresent(installDay -> {
            for (var table : counts.tables().values()) {
                table.days().forEach((bucket, count) -> {
                    var day = DayBucket.day(bucket);
                    if (predicate.test(day, installDay)) {
                        touched.add(day, rows.applyAsLong(count));
                    }
                });
            }
        });
        return touched;
    }

    /** Rows that a finding is about, and the days they fell on. */
    private static final class Touched {

        private long rows;
        private final SortedSet<LocalDate> days = new TreeSet<>();

        void add(LocalDate day, long more) {
            if (more > 0) {
                rows += more;
                days.add(day);
            }
        }

        Finding finding(Code code, Wording explanation) {
            return new Finding(code, rows, Wording.of("finding." + code, rows), explanation, days);
        }
    }
}
