package app.recount.desktop.widget;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Two columns of cards, the left one a little wider; one below the other where there is no room for both. */
public final class TwoColumns extends Region {

    private static final double GAP = 12;
    private static final double LEFT_SHARE = 0.575;

    /** Below this width the columns stand one below the other. */
    private static final double NARROW = 880;

    private final VBox left = new VBox(GAP);
    private final VBox right = new VBox(GAP);

    public TwoColumns(List<? extends Node> left, List<? extends Node> right) {
        this.left.getChildren().addAll(left);
        this.right.getChildren().addAll(right);
        getChildren().addAll(this.left, this.right);
        setMinWidth(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return NARROW;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double leftHeight = left.prefHeight(leftWidth(width));
        double rightHeight = right.prefHeight(rightWidth(width));
        return width < NARROW ? leftHeight + GAP + rightHeight : Math.max(leftHeight, rightHeight);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double leftWidth = leftWidth(width);
        double leftHeight = left.prefHeight(leftWidth);
        left.resizeRelocate(0, 0, leftWidth, leftHeight);
        double rightWidth = rightWidth(width);
        boolean narrow = width < NARROW;
        right.resizeRelocate(
                narrow ? 0 : leftWidth + GAP, narrow ? leftHeight + GAP : 0, rightWidth, right.prefHeight(rightWidth));
    }

    private static double leftWidth(double width) {
        return width < NARROW ? width : Math.floor((width - GAP) * LEFT_SHARE);
    }

    private static double rightWidth(double width) {
        return width < NARROW ? width : width - GAP - leftWidth(width);
    }
}
