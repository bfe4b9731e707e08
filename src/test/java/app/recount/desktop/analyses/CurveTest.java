package app.recount.desktop.analyses;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.RunProgress.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {

    private static final Instant START = Runs.START.plusSeconds(1);

    @Test
    void a_curve_begins_with_0_at_the_start_and_ends_with_the_total() {
        var curve = Curve.of(
                        Runs.progress(
                                Runs.open(1, "a"),
                                Runs.used(100, 0, 0, 0),
                                List.of(new Point(START.plusSeconds(60), 40)),
                                Runs.part("one", 0, 10, Runs.used(40, 0, 0, 0))),
                        START.plusSeconds(3600))
                .orElseThrow();

        assertThat(curve.points().getFirst()).isEqualTo(new Point(START, 0));
        assertThat(curve.last().tokens()).isEqualTo(100);
        assertThat(curve.to()).isEqualTo(START.plusSeconds(3600));
        assertThat(curve.marks()).containsExactly(new Curve.Mark("one", Runs.START.plus(Duration.ofMinutes(10)), 40));
        assertThat(curve.at(START.plusSeconds(90)).tokens()).isEqualTo(40);
    }

    @Test
    void without_any_count_there_is_no_curve() {
        assertThat(Curve.of(Runs.progress(Runs.open(1, "a"), null), START)).isEmpty();
    }

    @Test
    void the_axis_has_round_moments_and_not_more_than_fit() {
        var axis = CurveAxis.of(Instant.parse("2026-05-20T08:52:10Z"), Instant.parse("2026-05-20T09:30:12Z"), 5);

        assertThat(axis.ticks()).extracting(axis::label).containsExactly("09:00", "09:10", "09:20", "09:30");
        assertThat(axis.position(axis.from())).isZero();
        assertThat(axis.position(axis.to())).isEqualTo(1);
        assertThat(axis.moment(0.5)).isBetween(axis.from(), axis.to());
    }

    @Test
    void long_runs_say_days_and_short_ones_seconds() {
        var from = Instant.parse("2026-05-20T08:52:10Z");

        assertThat(CurveAxis.of(from, from.plus(Duration.ofDays(9)), 5).ticks()).hasSizeLessThanOrEqualTo(6);
        var days = CurveAxis.of(from, from.plus(Duration.ofDays(4)), 5);
        assertThat(days.label(days.ticks().getFirst())).isEqualTo("21 May");
        var seconds = CurveAxis.of(from, from.plusSeconds(5), 3);
        assertThat(seconds.label(seconds.ticks().getFirst())).isEqualTo("08:52:30");
    }
}
