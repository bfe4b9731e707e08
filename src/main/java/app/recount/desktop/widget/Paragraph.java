package app.recount.desktop.widget;

import javafx.scene.control.Label;

/**
 * A label that breaks its lines and remembers how high it was for the last width. JavaFX keeps no size that depends on a width, and one
 * layout of a page asks each such label dozens of times; with letters that no font has, each answer takes the system tens of milliseconds.
 */
final class Paragraph extends Label {

    private double knownWidth = Double.NaN;
    private double knownHeight;

    Paragraph() {
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
    }

    @Override
    protected double computePrefHeight(double width) {
        if (width != knownWidth) {
            knownHeight = super.computePrefHeight(width);
            knownWidth = width;
        }
        return knownHeight;
    }

    /** Called at every change that a size could depend on. */
    @Override
    public void requestLayout() {
        knownWidth = Double.NaN;
        super.requestLayout();
    }
}
