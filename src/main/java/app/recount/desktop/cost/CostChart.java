package app.recount.desktop.cost;

import app.recount.desktop.cost.ChartKind.Drawn;
import app.recount.desktop.widget.ChartLayer;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.ValueAxis;
import app.recount.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.util.Duration;

/**
 * A figure or two for each period: bars, or lines where they are added up. What is unknown is hatched, never a bar of no height. A click
 * or the arrow keys choose a period.
 */
final class CostChart extends Pane {

    /** The same in both charts, so that a day stands below itself. */
    private static final double LEFT = 46;

    private static final double TOP = 10;
    private static final double BOTTOM = 20;

    /** Below this width two bars do not fit side by side. */
    private static final double CROWDED = 9;

    private final CostModel model;
    private final ChartKind kind;
    private final Texts texts;
    private final CostWords words;
    private final ChartLayer drawn = new ChartLayer();
    private final Tooltip tooltip = new Tooltip();

    CostChart(CostModel model, ChartKind kind, Texts texts) {
        this.model = model;
        this.kind = kind;
        this.texts = texts;
        this.words = new CostWords(texts);
        getStyleClass().addAll("day-chart", "cost-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getChildren().add(drawn);
        tooltip.setShowDelay(Duration.millis(250));
        Tooltip.install(this, tooltip);
        setOnMousePressed(this::press);
        setOnMouseMoved(event -> at(event.getX()).ifPresent(period -> tooltip.setText(kind.words(period, words))));
        setOnKeyPressed(this::key);
        InvalidationListener anew = change -> requestLayout();
        model.periods().addListener(anew);
        model.selected().addListener(anew);
        model.cumulated.addListener(anew);
    }

    private List<Period> periods() {
        return model.periods().get();
    }

    @Override
    protected void layoutChildren() {
        drawn.clear();
        if (periods().isEmpty() || getWidth() < 120) {
            return;
        }
        var figures = kind.drawn(model);
        double highest = figures.stream()
                .mapToDouble(each -> each.series().highest().doubleValue())
                .max()
                .orElse(0);
        var scale = ValueAxis.upTo(highest, plotHeight() > 110 ? 4 : 3);
        layoutValues(scale);
        layoutSelection();
        UnknownZones.of(periods()).zones().forEach(this::layoutUnknown);
        if (highest == 0) {
            layoutNothing();
        } else if (model.cumulated.get()) {
            figures.forEach(each -> layoutLine(each, scale));
        } else {
            layoutBars(figures, scale);
        }
        layoutDays();
        // what was made just now has its styles in this frame, not in the next
        applyCss();
        setAccessibleText(spoken());
    }

    private void layoutValues(ValueAxis scale) {
        drawn.rules(scale, value -> y(value, scale), LEFT, getWidth() - LEFT);
        double step = scale.ticks().size() > 1 ? scale.ticks().get(1) : 1;
        for (double value : scale.ticks()) {
            var label = drawn.label(kind.tick(value, step), "axis-label");
            label.relocate(LEFT - 8 - label.getWidth(), y(value, scale) - label.getHeight() / 2);
        }
    }

    private void layoutSelection() {
        model.selected()
                .get()
                .ifPresent(period -> drawn.region("band")
                        .resizeRelocate(x(periods().indexOf(period)), 0, slot(), getHeight() - BOTTOM));
    }

    private void layoutUnknown(UnknownZones.Zone zone) {
        double x = x(zone.from());
        double width = x(zone.to() + 1) - x;
        drawn.region("unknown-zone").resizeRelocate(x, TOP, width, plotHeight());
        if (zone.from() == 0 && zone.to() < periods().size() - 1) {
            var edge = new Line(x + width, TOP, x + width, TOP + plotHeight());
            edge.getStyleClass().add("unknown-edge");
            drawn.put(edge);
        }
        var label = drawn.label(texts.get("cost.chart.unknown", zone.days()), "unknown-label");
        if (label.getWidth() + 12 > width) {
            drawn.remove(label);
        }
        label.relocate(
                Math.rint(x + (width - label.getWidth()) / 2), Math.rint(TOP + (plotHeight() - label.getHeight()) / 2));
    }

    private void layoutNothing() {
        var label = drawn.label(texts.get("cost.chart.nothing." + kind), "muted");
        label.relocate(Math.max(LEFT, getWidth() - label.getWidth() - 12), TOP + plotHeight() - label.getHeight() - 8);
    }

    private void layoutBars(List<Drawn> figures, ValueAxis scale) {
        boolean besides = kind == ChartKind.TOKENS && slot() >= CROWDED;
        for (int at = 0; at < periods().size(); at++) {
            double width = Math.max(1, Math.min(besides ? 14 : 24, Math.floor(slot() * (besides ? 0.36 : 0.62))));
            double middle = x(at) + slot() / 2;
            for (int n = 0; n < figures.size(); n++) {
                double x = besides ? middle + (n - 1) * (width + 1) : middle - width / 2;
                // where they stand in front of each other, what was saved is behind
                var figure = besides || kind == ChartKind.COST
                        ? figures.get(n)
                        : figures.reversed().get(n);
                layoutBar(figure, at, Math.rint(x), width, scale);
            }
        }
    }

    private void layoutBar(Drawn figure, int at, double x, double width, ValueAxis scale) {
        double value = figure.series().values().get(at).map(Number::doubleValue).orElse(0.0);
        if (value <= 0) {
            return;
        }
        double base = y(0, scale);
        // what is not zero is seen
        double height = Math.max(2, base - y(value, scale));
        var bar = drawn.region("bar", figure.styleClass());
        if (slot() < CROWDED) {
            bar.getStyleClass().add("crowded");
        }
        bar.resizeRelocate(x, base - height, width, height);
    }

    private void layoutLine(Drawn figure, ValueAxis scale) {
        var line = new Polyline();
        line.getStyleClass().addAll("sum-line", figure.styleClass());
        var values = figure.series().values();
        for (int at = 0; at < values.size(); at++) {
            if (values.get(at).isPresent()) {
                double y = y(values.get(at).get().doubleValue(), scale);
                // a sum stands from its period on, so the last one reaches the end
                line.getPoints().addAll(x(at), y, x(at + 1), y);
            }
        }
        drawn.put(line);
    }

    private void layoutDays() {
        double end = -1;
        for (int at = 0; at < periods().size(); at++) {
            var first = periods().get(at).first();
            var label = drawn.label(
                    Figures.onAxis(
                            first,
                            periods().getFirst().first(),
                            periods().getLast().first()),
                    "axis-label");
            double middle = x(at) + slot() / 2;
            double x = Math.clamp(middle - label.getWidth() / 2, LEFT - 8, getWidth() - label.getWidth());
            if (x <= end) {
                drawn.remove(label);
            } else {
                end = x + label.getWidth() + 34;
                label.relocate(x, getHeight() - BOTTOM + 3);
            }
        }
    }

    private String spoken() {
        var whole = model.whole().orElseThrow();
        var said = new ArrayList<String>();
        said.add(texts.get(
                model.cumulated.get() ? "cost.chart.spoken.cumulated." + kind : "cost.chart.spoken." + kind,
                texts.get("cost.per." + model.span.get()),
                words.name(whole)));
        said.add(kind.words(whole, words));
        model.unknownStart().ifPresent(days -> said.add(texts.get("cost.chart.spoken.unknown", words.name(days))));
        model.selected()
                .get()
                .ifPresent(period -> said.add(texts.get("cost.chart.spoken.selected", kind.words(period, words))));
        said.add(texts.get("cost.chart.spoken.table"));
        return String.join(" ", said);
    }

    private Optional<Period> at(double x) {
        int at = (int) Math.floor((x - LEFT) / slot());
        return periods().isEmpty()
                ? Optional.empty()
                : Optional.of(periods().get(Math.clamp(at, 0, periods().size() - 1)));
    }

    private void press(MouseEvent event) {
        requestFocus();
        var period = at(event.getX());
        model.select(period.equals(model.selected().get()) ? Optional.empty() : period);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> model.move(-1);
            case RIGHT -> model.move(1);
            case HOME -> model.select(periods().stream().findFirst());
            case END -> model.select(periods().reversed().stream().findFirst());
            case ESCAPE -> model.select(Optional.empty());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private double slot() {
        return (getWidth() - LEFT) / Math.max(1, periods().size());
    }

    private double x(int at) {
        return LEFT + at * slot();
    }

    private double plotHeight() {
        return getHeight() - TOP - BOTTOM;
    }

    private double y(double value, ValueAxis scale) {
        return TOP + plotHeight() * (1 - value / scale.top());
    }
}
