package app.recount.desktop.analyses;

import app.recount.analysis.RunProgress.Point;
import app.recount.desktop.widget.ChartLayer;
import app.recount.desktop.widget.Durations;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Times;
import app.recount.desktop.widget.ValueAxis;
import app.recount.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;

/** Tokens since the start over time, with a line where each stage was marked. The arrow keys read it point by point. */
final class TokenCurve extends Pane {

    private static final double TOP = 30;
    private static final double BOTTOM = 20;
    private static final double RIGHT = 22;
    private static final double PER_LABEL = 78;

    private final Texts texts;
    private final ChartLayer grid = new ChartLayer();
    private final Polygon area = new Polygon();
    private final Polyline line = new Polyline();
    private final ChartLayer marks = new ChartLayer();
    private final Circle end = new Circle(3.5);
    private final Circle cursor = new Circle(4);
    private final Label headline = Labels.styled("", "chart-headline", "strong", "small");
    private final Tooltip tooltip = new Tooltip();
    private Optional<Curve> curve = Optional.empty();
    private double left = 30;
    private double top = 1;
    private @Nullable CurveAxis axis;
    private int at = -1;

    TokenCurve(Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("day-chart", "token-curve");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinHeight(150);
        area.getStyleClass().add("area");
        line.getStyleClass().add("curve");
        end.getStyleClass().add("end");
        cursor.getStyleClass().add("cursor");
        getChildren().addAll(grid, area, marks, line, end, cursor, headline);
        getChildren().forEach(node -> {
            node.setMouseTransparent(true);
            node.setManaged(false);
        });
        tooltip.setShowDelay(javafx.util.Duration.millis(200));
        Tooltip.install(this, tooltip);
        setOnMouseMoved(this::hover);
        setOnKeyPressed(this::key);
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                at = -1;
                requestLayout();
            }
        });
    }

    void show(Optional<Curve> now) {
        if (!now.equals(curve)) {
            curve = now;
            at = Math.min(at, now.map(drawn -> drawn.points().size() - 1).orElse(-1));
            setAccessibleText(now.map(this::spoken).orElseGet(() -> texts.get("analyses.curve.none")));
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        grid.clear();
        marks.clear();
        boolean room = curve.isPresent() && getWidth() > 120 && getHeight() > 80;
        for (Node node : getChildren()) {
            node.setVisible(room);
        }
        if (room) {
            draw(curve.get());
        }
        // what was made just now has its styles in this frame, not in the next
        applyCss();
    }

    private void draw(Curve drawn) {
        var scale = ValueAxis.upTo((double) drawn.highest(), (int) Math.max(2, plotHeight() / 64));
        top = scale.top();
        left = 8 + grid.values(scale, this::y);
        grid.rules(scale, this::y, left, getWidth() - left - RIGHT / 2);
        axis = CurveAxis.of(drawn.from(), drawn.to(), (int) (plotWidth() / PER_LABEL));
        times(axis);
        line.getPoints().clear();
        area.getPoints().setAll(x(drawn.from()), y(0L));
        for (var point : drawn.points()) {
            line.getPoints().addAll(x(point.at()), y(point.tokens()));
            area.getPoints().addAll(x(point.at()), y(point.tokens()));
        }
        var last = drawn.last();
        area.getPoints().addAll(x(last.at()), y(0L));
        stageLines(drawn);
        end.getStyleClass().setAll("end", drawn.live() ? "live" : "still");
        end.relocate(x(last.at()) - end.getRadius(), y(last.tokens()) - end.getRadius());
        say(at < 0 ? last : drawn.points().get(at), at >= 0);
    }

    private void times(CurveAxis shown) {
        double free = -1;
        for (var tick : shown.ticks()) {
            var label = grid.label(shown.label(tick), "axis-label");
            double x = Math.clamp(x(tick) - label.getWidth() / 2, 0, getWidth() - label.getWidth());
            label.setVisible(x > free);
            free = x > free ? x + label.getWidth() + 10 : free;
            label.relocate(x, getHeight() - BOTTOM + 4);
        }
    }

    private void stageLines(Curve drawn) {
        double free = left;
        double stop = getWidth() - 4;
        for (int i = 0; i < drawn.marks().size(); i++) {
            var mark = drawn.marks().get(i);
            double x = Math.rint(x(mark.at())) + 0.5;
            var rule = new Line(x, TOP - 12, x, y(0L));
            rule.getStyleClass().add("stage-line");
            var ring = new Circle(x, y(mark.tokens()), 3);
            ring.getStyleClass().add("mark");
            marks.getChildren().addAll(rule, ring);
            var name = marks.label(mark.name(), "axis-label", "strong");
            double start = x - name.getWidth() - 5 >= free ? x - name.getWidth() - 5 : x + 5;
            boolean fits = start >= free && start + name.getWidth() <= stop;
            name.setVisible(fits);
            name.relocate(start, 2);
            free = fits ? Math.max(x + 5, start + name.getWidth() + 8) : free;
        }
    }

    private void say(Point point, boolean chosen) {
        cursor.setVisible(chosen);
        cursor.relocate(x(point.at()) - cursor.getRadius(), y(point.tokens()) - cursor.getRadius());
        headline.setText(chosen ? words(point) : Figures.rough((double) point.tokens()));
        headline.applyCss();
        headline.autosize();
        double x = Math.clamp(x(point.at()) - headline.getWidth() / 2, left, getWidth() - headline.getWidth());
        double above = y(point.tokens()) - headline.getHeight() - 5;
        headline.relocate(x, Math.max(TOP - 14, above));
    }

    private String words(Point point) {
        return Times.clock(point.at()) + " · " + Figures.of(point.tokens());
    }

    private void hover(MouseEvent event) {
        var shown = axis;
        if (shown != null) {
            var moment = shown.moment((event.getX() - left) / plotWidth());
            curve.ifPresent(drawn ->
                    tooltip.setText(words(new Point(moment, drawn.at(moment).tokens()))));
        }
    }

    private void key(KeyEvent event) {
        int last = curve.map(drawn -> drawn.points().size() - 1).orElse(-1);
        if (last < 0) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> at = at < 0 ? last : Math.max(0, at - 1);
            case RIGHT -> at = at < 0 ? last : Math.min(last, at + 1);
            case HOME -> at = 0;
            case END -> at = last;
            default -> {
                return;
            }
        }
        curve.ifPresent(drawn -> setAccessibleText(words(drawn.points().get(at))));
        requestLayout();
        event.consume();
    }

    private String spoken(Curve drawn) {
        return texts.get(
                "analyses.curve.spoken",
                Figures.of(drawn.last().tokens()),
                Durations.exact(Duration.between(drawn.from(), drawn.to())),
                drawn.marks().size());
    }

    private double plotWidth() {
        return Math.max(1, getWidth() - left - RIGHT);
    }

    private double plotHeight() {
        return Math.max(1, getHeight() - TOP - 12 - BOTTOM);
    }

    private double x(Instant moment) {
        return left + plotWidth() * (axis == null ? 0 : axis.position(moment));
    }

    private double y(long tokens) {
        return y((double) tokens);
    }

    private double y(double tokens) {
        return TOP + 12 + plotHeight() * (1 - tokens / top);
    }
}
