package app.recount.desktop.activity;

import app.recount.desktop.activity.ChartBins.Bin;
import app.recount.desktop.widget.ChartLayer;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.ValueAxis;
import app.recount.memory.DayWindow;
import app.recount.text.Texts;
import java.time.LocalDate;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A bar per day, or per few days where there are more days than bars fit. A click selects, dragging selects a range, arrows move, with
 * Shift they extend the range, and Esc lets go of it. At most as many nodes exist as bars can be told apart, however many days there are.
 */
final class DayChart extends Pane {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double TOP = 32;
    private static final double BOTTOM = 20;

    /** Least distance of two bars. */
    private static final double SLOT = 4;

    private final ActivityModel model;
    private final ChartWords words;
    private final ChartLayer grid = new ChartLayer();
    private final Region band = new Region();
    private final ChartLayer bars = new ChartLayer();
    private final ChartLayer axis = new ChartLayer();
    private final Label headline = Labels.styled("", "chart-headline", "strong", "small");
    private final Tooltip tooltip = new Tooltip();
    private final ReadOnlyStringWrapper unit;
    private double left = 30;
    private boolean stale = true;
    private ChartBins bins = ChartBins.NONE;
    private @Nullable DayRange pressed;

    DayChart(ActivityModel model, Texts texts, MetricNames names) {
        this.model = model;
        this.words = new ChartWords(model, texts, names);
        this.unit = new ReadOnlyStringWrapper(words.unit(1));
        getStyleClass().add("day-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp(texts.get("activity.chart.keys"));
        band.getStyleClass().add("band");
        band.setManaged(false);
        getChildren().addAll(grid, band, bars, axis, headline);
        getChildren().forEach(node -> node.setMouseTransparent(true));
        tooltip.setShowDelay(Duration.millis(250));
        Tooltip.install(this, tooltip);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseMoved(this::hover);
        setOnKeyPressed(this::key);
        model.rows().addListener((ListChangeListener<EventRow>) change -> redraw());
        model.metric.subscribe(this::redraw);
        model.days.subscribe(this::redraw);
        widthProperty().subscribe(this::redraw);
        heightProperty().subscribe(this::redraw);
    }

    private Optional<DayWindow> window() {
        return model.preview().flatMap(preview -> preview.payload().window());
    }

    private void redraw() {
        stale = true;
        requestLayout();
    }

    /** Made nodes ask for another layout, so that drawing at every one would never end. */
    @Override
    protected void layoutChildren() {
        if (!stale) {
            return;
        }
        stale = false;
        grid.clear();
        bars.clear();
        axis.clear();
        band.setVisible(false);
        headline.setVisible(false);
        if (window().isEmpty() || getWidth() < 100) {
            bins = ChartBins.NONE;
            return;
        }
        int limit = Math.max(1, (int) ((getWidth() - left) / SLOT));
        bins = ChartBins.of(
                model.rows(),
                model.metric.get(),
                window().get().installDay(),
                window().get().lastFullDay(),
                limit);
        var scale = ValueAxis.upTo(bins.highest().doubleValue(), plotHeight() > 70 ? 3 : 2);
        left = 10 + grid.values(scale, value -> y(value, scale));
        grid.rules(scale, value -> y(value, scale), left, getWidth() - left);
        for (int i = 0; i < bins.bins().size(); i++) {
            layoutBar(bins.bins().get(i), i, scale);
        }
        layoutSelection();
        layoutDays(window().get());
        layoutNone();
        // what was made just now has its styles in this frame, not in the next
        applyCss();
        setAccessibleText(words.whole(window().get(), bins.daysPerBin()));
        tellUnit(words.unit(bins.daysPerBin()));
    }

    /** What a bar stands for: a day, or several where there is no room for each. */
    ReadOnlyStringProperty unit() {
        return unit.getReadOnlyProperty();
    }

    /** What it shows, for where the choice above it is not seen. */
    String title() {
        return window().map(all -> words.title(all, bins.daysPerBin())).orElse("");
    }

    /** Afterwards: who shows it was laid out before. */
    private void tellUnit(String now) {
        if (!now.equals(unit.get())) {
            Platform.runLater(() -> unit.set(now));
        }
    }

    private void layoutBar(Bin bin, int at, ValueAxis scale) {
        double slot = slot();
        double middle = left + (at + 0.5) * slot;
        if (bin.events() == 0) {
            if (slot >= 7) {
                var ring = new Circle(middle, y(0, scale) - 3, 2);
                ring.getStyleClass().add("ring");
                bars.put(ring);
            }
            return;
        }
        double value = bin.value().map(Number::doubleValue).orElse(0.0);
        if (value <= 0) {
            return;
        }
        double width = Math.max(1, Math.min(14, Math.floor(slot * 0.64)));
        // what is not zero is seen
        double height = Math.max(2, y(0, scale) - y(value, scale));
        var bar = bars.region("bar");
        bar.pseudoClassStateChanged(SELECTED, isSelected(bin));
        bar.resizeRelocate(Math.rint(middle - width / 2), y(0, scale) - height, width, height);
    }

    private void layoutSelection() {
        var selected = bins.bins().stream().filter(this::isSelected).toList();
        if (selected.isEmpty()) {
            return;
        }
        int from = bins.bins().indexOf(selected.getFirst());
        double x = left + from * slot();
        double width = selected.size() * slot();
        band.setVisible(true);
        band.resizeRelocate(x, 0, width, getHeight() - BOTTOM);
        headline.setText(words.selected());
        headline.setVisible(true);
        headline.autosize();
        double before = x - 6 - headline.prefWidth(-1);
        double behind = Math.min(x + width + 6, getWidth() - headline.prefWidth(-1));
        headline.resizeRelocate(before >= left ? before : behind, 0, headline.prefWidth(-1), 16);
    }

    private void layoutDays(DayWindow all) {
        var ticks = new DayTicks(bins, slot()).positions();
        double end = -1;
        for (var tick : ticks) {
            var bin = bins.bins().get(tick);
            var name = Figures.onAxis(bin.first(), all.installDay(), all.lastFullDay());
            var label = isSelected(bin) ? axis.label(name, "axis-label", "strong") : axis.label(name, "axis-label");
            double x =
                    Math.clamp(left + (tick + 0.5) * slot() - label.getWidth() / 2, 0, getWidth() - label.getWidth());
            if (x <= end) {
                axis.remove(label);
                continue;
            }
            end = x + label.getWidth() + 6;
            label.relocate(x, getHeight() - BOTTOM + 3);
        }
    }

    /** An empty chart could as well be one that failed. */
    private void layoutNone() {
        if (bins.bins().stream().allMatch(bin -> bin.value().isEmpty())) {
            var none = axis.label(words.none(), "axis-label");
            none.relocate(
                    left + Math.rint((getWidth() - left - none.getWidth()) / 2),
                    TOP + Math.rint((plotHeight() - none.getHeight()) / 2));
        }
    }

    private double slot() {
        return (getWidth() - left) / Math.max(1, bins.bins().size());
    }

    private double plotHeight() {
        return getHeight() - TOP - BOTTOM;
    }

    private double y(double value, ValueAxis scale) {
        return TOP + plotHeight() * (1 - value / scale.top());
    }

    private boolean isSelected(Bin bin) {
        return model.days
                .get()
                .filter(range -> range.overlaps(bin.first(), bin.last()))
                .isPresent();
    }

    private Optional<Bin> binAt(double x) {
        int at = (int) Math.floor((x - left) / slot());
        return bins.bins().isEmpty()
                ? Optional.empty()
                : Optional.of(bins.bins().get(Math.clamp(at, 0, bins.bins().size() - 1)));
    }

    private void press(MouseEvent event) {
        requestFocus();
        binAt(event.getX()).ifPresent(bin -> {
            pressed = bin.days();
            model.select(bin.days());
        });
    }

    private void drag(MouseEvent event) {
        var from = pressed;
        if (from != null) {
            binAt(event.getX()).ifPresent(bin -> model.drag(from, bin.days()));
        }
    }

    private void hover(MouseEvent event) {
        binAt(event.getX()).ifPresent(bin -> tooltip.setText(words.of(bin)));
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> step(-1, event.isShiftDown());
            case RIGHT -> step(1, event.isShiftDown());
            case HOME -> window().ifPresent(all -> jump(all.installDay(), event.isShiftDown()));
            case END -> window().ifPresent(all -> jump(all.lastFullDay(), event.isShiftDown()));
            case ESCAPE -> {
                if (model.days.get().isEmpty()) {
                    return; // there is nothing to let go of here
                }
                model.selectNothing();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int days, boolean extending) {
        if (extending) {
            model.extend(days);
        } else {
            model.moveDay(days);
        }
    }

    private void jump(LocalDate day, boolean extending) {
        if (extending) {
            model.extendTo(day);
        } else {
            model.select(DayRange.of(day));
        }
    }
}
