package app.recount.desktop.widget;

import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.transform.Transform;

/** A chart as it is seen, at twice the pixels, to be given away: without the ring that says where the keyboard is. */
public final class ChartPicture {

    private static final PseudoClass PICTURED = PseudoClass.getPseudoClass("pictured");

    private ChartPicture() {}

    /** Of a chart, or of what holds charts. */
    public static Image of(Parent chart) {
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(2, 2));
        chart.pseudoClassStateChanged(PICTURED, true);
        chart.applyCss();
        chart.layout();
        try {
            return chart.snapshot(parameters, null);
        } finally {
            chart.pseudoClassStateChanged(PICTURED, false);
        }
    }
}
