package app.recount.desktop.analyses;

import app.recount.desktop.analyses.StageShares.Share;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A part of the bar per stage, as wide as its share of the tokens; the open part is hatched and dashed. */
final class StageBar extends Pane {

    private static final double GAP = 2;
    private static final double LEAST = 3;

    /** In so much room a name is shown shortened; in less it is left out, because a few letters say nothing. */
    private static final double LEGIBLE = 120;

    private final Texts texts;
    private final boolean labelled;
    private final List<Segment> segments = new ArrayList<>();
    private List<Share> shares = List.of();

    /** A bar, with names and percentages where they fit if {@code labelled}. */
    StageBar(Texts texts, boolean labelled) {
        this.texts = texts;
        this.labelled = labelled;
        getStyleClass().add("stage-bar");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(0);
    }

    void show(List<Share> now) {
        if (now.equals(shares)) {
            return;
        }
        shares = now;
        while (segments.size() > now.size()) {
            getChildren().remove(segments.removeLast());
        }
        while (segments.size() < now.size()) {
            var segment = new Segment();
            segments.add(segment);
            getChildren().add(segment);
        }
        for (int i = 0; i < now.size(); i++) {
            segments.get(i).show(now.get(i));
        }
        setAccessibleText(texts.get(
                "analyses.bar.spoken", now.stream().map(StageBar::spoken).collect(Collectors.joining(", "))));
        requestLayout();
    }

    private static String spoken(Share share) {
        return (share.name() + " " + share.percent()).strip();
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - GAP * (segments.size() - 1);
        if (room <= 0) {
            return;
        }
        // what is narrower than can be seen takes a little of the others
        double least = Math.min(LEAST, room / segments.size());
        double spare = room - least * segments.size();
        double x = 0;
        for (int i = 0; i < segments.size(); i++) {
            double end = x + least + spare * shares.get(i).width();
            segments.get(i).resizeRelocate(Math.rint(x), 0, Math.rint(end) - Math.rint(x), getHeight());
            x = end + GAP;
        }
    }

    private final class Segment extends HBox {

        private final Label name = Labels.strong("");
        private final Label percent = Labels.plain("");
        private final Region hatch = new Region();
        private final Tooltip tooltip = new Tooltip();

        Segment() {
            super(7);
            getStyleClass().add("bar-part");
            setAlignment(Pos.CENTER_LEFT);
            hatch.getStyleClass().add("hatch");
            hatch.setManaged(false);
            name.setTextOverrun(OverrunStyle.ELLIPSIS);
            getChildren().addAll(hatch, name, percent);
            var clip = new Rectangle();
            clip.widthProperty().bind(widthProperty());
            clip.heightProperty().bind(heightProperty());
            setClip(clip);
            Tooltip.install(this, tooltip);
        }

        void show(Share share) {
            getStyleClass().removeIf(each -> each.startsWith("stage-"));
            getStyleClass().add(share.styleClass());
            hatch.setVisible(share.open());
            name.setText(share.name());
            percent.setText(share.percent());
            tooltip.setText(Labels.harmless(spoken(share) + " · " + share.figure()));
        }

        @Override
        protected void layoutChildren() {
            hatch.resizeRelocate(1, 1, Math.max(0, getWidth() - 2), Math.max(0, getHeight() - 2));
            double room = getWidth() - snappedLeftInset() - snappedRightInset();
            boolean both = labelled && name.prefWidth(-1) + getSpacing() + percent.prefWidth(-1) <= room;
            boolean one = labelled && (name.prefWidth(-1) <= room || room >= LEGIBLE);
            name.setVisible(one);
            percent.setVisible(both);
            double y = Math.rint((getHeight() - name.prefHeight(-1)) / 2);
            name.resizeRelocate(
                    snappedLeftInset(), y, Math.min(Math.ceil(name.prefWidth(-1)), room), name.prefHeight(-1));
            percent.resizeRelocate(
                    snappedLeftInset() + Math.ceil(name.prefWidth(-1)) + getSpacing(),
                    y,
                    Math.ceil(percent.prefWidth(-1)),
                    percent.prefHeight(-1));
        }
    }
}
