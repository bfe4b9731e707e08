package app.recount.desktop.analyses;

import app.recount.analysis.RunProgress;
import app.recount.desktop.widget.Figures;
import app.recount.text.Texts;
import java.util.List;
import java.util.Optional;

/** How the stages share the tokens since the start. */
final class StageShares {

    /**
     * A stage or the open part.
     *
     * @param width its share of the bar, 0 to 1; all together 1
     * @param percent of the total, as it is written; empty if it cannot be told
     * @param styleClass the colour
     */
    record Share(String name, double width, String percent, String figure, boolean open, String styleClass) {}

    private StageShares() {}

    /** Unknown parts are given the width of an average one, so that they are seen. */
    static List<Share> of(RunProgress progress, Texts texts) {
        var rows = StageRow.of(progress);
        var sum = StageRow.sum(progress).delta();
        double known = rows.stream()
                .flatMap(row -> row.delta().stream())
                .mapToDouble(Long::doubleValue)
                .sum();
        long unknown = rows.stream().filter(row -> row.delta().isEmpty()).count();
        double average = known == 0 ? 1 : known / Math.max(1, rows.size() - unknown);
        double whole = known + unknown * average;
        boolean nothing = known == 0 && unknown == 0;
        return rows.stream()
                .map(row -> new Share(
                        row.name()
                                .orElseGet(() -> texts.get(
                                        row.kind() == StageRow.Kind.OPEN
                                                ? "analyses.stage.open"
                                                : "analyses.stage.rest")),
                        nothing ? 1.0 / rows.size() : width(row.delta(), average) / whole,
                        percent(row.delta(), sum, texts),
                        row.delta().map(Figures::of).orElseGet(() -> texts.get("analyses.unknown")),
                        row.kind() == StageRow.Kind.OPEN,
                        row.kind() != StageRow.Kind.OPEN && row.delta().isEmpty() ? "stage-unknown" : row.styleClass()))
                .toList();
    }

    private static double width(Optional<Long> delta, double average) {
        return delta.map(Long::doubleValue).orElse(average);
    }

    private static String percent(Optional<Long> delta, Optional<Long> sum, Texts texts) {
        return sum.filter(all -> all > 0)
                .flatMap(all -> delta.map(value -> texts.get("analyses.percent", (double) value / all)))
                .orElse("");
    }
}
