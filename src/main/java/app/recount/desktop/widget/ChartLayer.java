package app.recount.desktop.widget;

import java.util.function.DoubleUnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** What a chart makes anew at each drawing. The chart places it, not the pane; the pointer meets the chart behind it. */
public final class ChartLayer extends Pane {

    public ChartLayer() {
        setMouseTransparent(true);
    }

    public void clear() {
        getChildren().clear();
    }

    public void remove(Node node) {
        getChildren().remove(node);
    }

    public void put(Node node) {
        node.setManaged(false);
        getChildren().add(node);
    }

    public Region region(String... styleClasses) {
        var region = new Region();
        region.getStyleClass().addAll(styleClasses);
        put(region);
        return region;
    }

    /** A label that has its size already, so that it can be placed by it. */
    public Label label(String text, String... styleClasses) {
        var label = Labels.styled(text, styleClasses);
        put(label);
        label.applyCss();
        label.resize(label.prefWidth(-1), label.prefHeight(-1));
        return label;
    }

    /** Puts the values of an axis at the left, flush with the widest of them, and returns how wide that is. */
    public double values(ValueAxis scale, DoubleUnaryOperator y) {
        var labels = scale.ticks().stream()
                .map(value -> label(Figures.rough(value), "axis-label"))
                .toList();
        double widest = labels.stream().mapToDouble(Label::getWidth).max().orElse(0);
        for (int n = 0; n < labels.size(); n++) {
            var label = labels.get(n);
            label.relocate(
                    widest - label.getWidth(), y.applyAsDouble(scale.ticks().get(n)) - label.getHeight() / 2);
        }
        return widest;
    }

    /** Rules behind the values of an axis. */
    public void rules(ValueAxis scale, DoubleUnaryOperator y, double from, double width) {
        for (double value : scale.ticks()) {
            region(value == 0 ? "zero-line" : "grid-line")
                    .resizeRelocate(from, Math.floor(y.applyAsDouble(value)), width, 1);
        }
    }
}
