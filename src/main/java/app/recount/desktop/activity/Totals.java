package app.recount.desktop.activity;

import app.recount.delivery.BackfillPreview;
import app.recount.memory.RollupMetric;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the cards say.
 *
 * @param windowDays days from the install day to the last full day
 * @param observations empty where no day has the key, as for the other sums
 */
record Totals(
        long activeDays,
        long windowDays,
        Optional<BigDecimal> observations,
        Optional<BigDecimal> sessions,
        Optional<BigDecimal> discovered,
        Optional<BigDecimal> saved,
        Optional<LocalDate> installDay) {

    static Totals of(BackfillPreview preview) {
        return new Totals(
                preview.activity().rollups().size(),
                preview.payload().window().map(window -> window.length()).orElse(0L),
                sum(preview, RollupMetric.OBSERVATION_COUNT),
                sum(preview, RollupMetric.SESSION_COUNT),
                sum(preview, RollupMetric.DISCOVERY_TOKENS),
                sum(preview, RollupMetric.TOKENS_SAVED_VS_NAIVE),
                preview.activity().installDay());
    }

    private static Optional<BigDecimal> sum(BackfillPreview preview, RollupMetric metric) {
        return preview.activity().rollups().stream()
                .map(rollup -> Optional.ofNullable(rollup.values().get(metric)))
                .flatMap(Optional::stream)
                .reduce(BigDecimal::add);
    }
}
