package app.recount.memory;

import app.recount.memory.Finding.Code;
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
                "observation without text",
                "observations without text",
                ("%d %% of the observations in the preview have no text, as current claude-mem versions keep none. read_tokens"
                                + " counts nothing for them, so it understates, and tokens_saved_vs_naive overstates.")
                        .formatted(Math.round(100.0 * without.rows / Math.max(1, all))));
    }

    private Finding corrupt() {
        return bucket(DayBucket.CORRUPT)
                .finding(
                        Code.CORRUPT_EPOCHS,
                        "epoch that is no integer, ignored",
                        "epochs that are no integers, ignored",
                        "Nobody can tell on which day these rows fell, so no day counts them.");
    }

    private Finding future() {
        return bucket(DayBucket.FUTURE)
                .finding(
                        Code.FUTURE_ROWS,
                        "epoch after now, ignored",
                        "epochs after now, ignored",
                        "A clock was wrong when these rows were written, or is wrong now. No day counts them.");
    }

    private Finding inSeconds() {
        return rows((_, _) -> true, BucketCount::inSeconds)
                .finding(
                        Code.SECOND_EPOCHS,
                        "epoch in seconds, normalised",
                        "epochs in seconds, normalised",
                        "Older claude-mem versions wrote seconds instead of milliseconds. These rows are counted on the day they mean.");
    }

    private Finding beforeFloor() {
        return bucket(DayBucket.BEFORE_FLOOR)
                .finding(
                        Code.ROWS_BEFORE_FLOOR,
                        "row before 2024",
                        "rows before 2024",
                        "claude-mem is younger than that, so these rows are ignored.");
    }

    private Finding beforeInstallDay() {
        return rows((day, installDay) -> day.isBefore(installDay), BucketCount::rows)
                .finding(
                        Code.ROWS_BEFORE_INSTALL_DAY,
                        "row before the install day",
                        "rows before the install day",
                        "The first session decides the install day, and nothing before it is sent, although it is there.");
    }

    private Finding tooYoung() {
        return rows(
                        (day, installDay) -> !day.isBefore(installDay)
                                && counts.window().stream().noneMatch(window -> window.contains(day)),
                        BucketCount::rows)
                .finding(
                        Code.ROWS_TOO_YOUNG,
                        "row too young to send",
                        "rows too young to send",
                        "Only whole days that ended long enough ago are sent: the last two and a half days never are.");
    }

    private Finding tooLarge() {
        var touched = new Touched();
        for (var day : days) {
            touched.add(day.rollup().day(), day.tooLarge().size());
        }
        return touched.finding(
                Code.VALUE_OVERFLOW,
                "value too large to send",
                "values too large to send",
                "A daily sum beyond 2^53 − 1 cannot be told exactly in JSON, so its key is left out on that day.");
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

        Finding finding(Code code, String one, String many, String explanation) {
            return new Finding(code, rows, rows == 1 ? one : many, explanation, days);
        }
    }
}
