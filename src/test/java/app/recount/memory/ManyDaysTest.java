package app.recount.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Twenty-seven years of work, by a clock that is set forward: every day is counted, and exactly. */
class ManyDaysTest extends MemoryTest {

    private static final int DAYS = 10_000;

    private static final LocalDate FIRST = LocalDate.parse("2024-02-01");

    @Test
    void ten_thousand_active_days_are_ten_thousand_rollups() {
        var fixture = MemoryFixture.memory();
        IntStream.range(0, DAYS)
                .forEach(n -> fixture.observation(FIRST.plusDays(n) + "T10:00:00Z", MemoryFixture.text(1 + n % 7)));
        var now = FIRST.plusDays(DAYS).atStartOfDay().toInstant(ZoneOffset.UTC).plus(Duration.ofDays(3));

        var rollups = read(fixture.writeTo(folder), now).rollups();

        assertThat(rollups).hasSize(DAYS);
        assertThat(rollups.getFirst().day()).isEqualTo(FIRST);
        assertThat(rollups.getLast().day()).isEqualTo(FIRST.plusDays(DAYS - 1));
        assertThat(rollups)
                .allSatisfy(rollup ->
                        assertThat(rollup.values()).containsEntry(RollupMetric.OBSERVATION_COUNT, BigDecimal.ONE));
    }
}
