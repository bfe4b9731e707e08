package app.recount.desktop.activity;

import app.recount.desktop.widget.Buttons;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;

/** Chips in one row; those that find no room are folded into a last one that says how many they are and leads to all of them. */
final class ChipRow extends Pane {

    private static final double GAP = 8;

    private final Button rest;
    private final IntFunction<String> restName;

    ChipRow(IntFunction<String> restName, Runnable showAll) {
        this.restName = restName;
        rest = Buttons.text("", showAll);
        rest.getStyleClass().setAll("chip");
        setMinWidth(0);
    }

    void show(List<? extends Node> chips) {
        getChildren().setAll(chips);
        getChildren().add(rest);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        int count = getChildren().size() - 1;
        double x = 0;
        int shown = 0;
        for (int i = 0; i < count; i++) {
            var chip = getChildren().get(i);
            double width = chip.prefWidth(-1);
            double needed = i == count - 1 ? width : width + GAP + restWidth(count - i - 1);
            boolean fits = shown == i && x + needed <= getWidth();
            chip.setVisible(fits);
            if (fits) {
                place(chip, x, width);
                x += width + GAP;
                shown++;
            }
        }
        boolean folded = shown < count;
        rest.setVisible(folded);
        if (folded) {
            place(rest, x, restWidth(count - shown));
            rest.setAccessibleText(restName.apply(count - shown));
        }
    }

    private double restWidth(int count) {
        rest.setText("+" + count);
        return rest.prefWidth(-1);
    }

    private void place(Node node, double x, double width) {
        double height = node.prefHeight(-1);
        node.resizeRelocate(x, (getHeight() - height) / 2, width, height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 24;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getChildren().stream()
                .mapToDouble(node -> node.prefWidth(-1) + GAP)
                .sum();
    }
}
