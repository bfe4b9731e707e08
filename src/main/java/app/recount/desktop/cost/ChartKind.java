package app.recount.desktop.cost;

import app.recount.desktop.widget.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The two charts; both have the same days at the same place. */
enum ChartKind {
    COST,
    TOKENS;

    /**
     * One of the figures that a chart draws for each period.
     *
     * @param styleClass its look, also in the legend
     */
    record Drawn(String styleClass, Series series) {}

    /** The figures as they stand side by side, or, of the cost, in front of each other. */
    List<Drawn> drawn(CostModel model) {
        return switch (this) {
            case COST ->
                model.cumulated.get()
                        ? List.of(new Drawn("cost", model.cost()))
                        : List.of(new Drawn("leftover", model.cost()), new Drawn("cost", model.costOfTurns()));
            case TOKENS -> List.of(new Drawn("generated", model.generated()), new Drawn("saved", model.saved()));
        };
    }

    String words(Period period, CostWords words) {
        return this == COST ? words.cost(period) : words.tokens(period);
    }

    /** The values of an axis, each with as many decimals as the finest needs. */
    String tick(double value, double step) {
        if (this == TOKENS) {
            return Figures.rough(value);
        }
        int digits = Math.max(2, (int) -Math.floor(Math.log10(step)));
        return Figures.of(BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP), digits);
    }
}
