package app.recount.desktop.activity;

import app.recount.desktop.activity.ChartBins.Bin;
import app.recount.desktop.widget.Figures;
import app.recount.memory.DayWindow;
import app.recount.text.Texts;

/** What the chart of days says: beside the selection, under the pointer, and to who hears it. */
final class ChartWords {

    private final ActivityModel model;
    private final Texts texts;
    private final MetricNames names;

    ChartWords(ActivityModel model, Texts texts, MetricNames names) {
        this.model = model;
        this.texts = texts;
        this.names = names;
    }

    /** The selected days and their sum; there must be some. */
    String selected() {
        var range = model.days.get().orElseThrow();
        var sum = ChartBins.of(model.rows(), model.metric.get(), range.first(), range.last(), 1)
                .bins()
                .getFirst()
                .value();
        var days = range.length() == 1 ? range.first().toString() : Figures.days(range.first(), range.last());
        return days + " · " + Figures.of(sum);
    }

    /** What each bar stands for. */
    String unit(int daysPerBar) {
        return texts.get("activity.chart.perDay", daysPerBar);
    }

    /** Counter, unit and days. */
    String title(DayWindow all, int daysPerBar) {
        return texts.get(
                "activity.chart.spoken",
                names.full(model.metric.get()),
                unit(daysPerBar),
                Figures.days(all.installDay(), all.lastFullDay()));
    }

    /** The chart as a whole. */
    String whole(DayWindow all, int daysPerBar) {
        var title = title(all, daysPerBar);
        return model.days.get().isEmpty() ? title : texts.get("activity.chart.spokenSelected", title, selected());
    }

    /** A chart without a bar. */
    String none() {
        return texts.get("activity.chart.none");
    }

    /** One bar. */
    String of(Bin bin) {
        var days = bin.first().equals(bin.last()) ? bin.first().toString() : Figures.days(bin.first(), bin.last());
        return bin.events() == 0
                ? texts.get("activity.chart.noEvent", days)
                : days + " · " + Figures.of(bin.value()) + " " + names.full(model.metric.get());
    }
}
