package app.recount.desktop.shell;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.control.SplitPane;
import javafx.util.Duration;

/** Puts the divider of a split pane where it stood, and remembers where it is moved. */
public final class DividerMemory {

    private static final double LEAST = 0.1;
    private static final double MOST = 0.9;

    private final Preferences preferences;
    private final String taskName;

    public DividerMemory(Preferences preferences, String taskName) {
        this.preferences = preferences;
        this.taskName = taskName;
    }

    /** For a pane of two sides; {@code usual} is where the divider stands in a pane so wide, until it is moved. */
    public void attach(SplitPane pane, String id, DoubleUnaryOperator usual) {
        place(pane, id, usual);
        // afterwards: the pane itself gives new room to one of its sides
        pane.widthProperty()
                .subscribe(() -> Platform.runLater(() -> {
                    if (moved(id).isEmpty()) {
                        place(pane, id, usual);
                    }
                }));
        var divider = pane.getDividers().getFirst();
        var soon = new PauseTransition(Duration.millis(600));
        soon.setOnFinished(event -> {
            double now = divider.getPosition();
            if (Math.abs(now - position(pane, id, usual)) > 0.002) {
                preferences.update(taskName, settings -> settings.withLayout(layout -> layout.withDivider(id, now)));
            }
        });
        // only what the user does with the pointer counts; a window that is resized moves dividers, too
        divider.positionProperty().subscribe((before, now) -> {
            if (pane.lookupAll(".split-pane-divider").stream().anyMatch(node -> node.isPressed())) {
                soon.playFromStart();
            }
        });
    }

    private void place(SplitPane pane, String id, DoubleUnaryOperator usual) {
        pane.setDividerPositions(position(pane, id, usual));
    }

    private double position(SplitPane pane, String id, DoubleUnaryOperator usual) {
        return Math.clamp(moved(id).orElseGet(() -> usual.applyAsDouble(pane.getWidth())), LEAST, MOST);
    }

    private Optional<Double> moved(String id) {
        return Optional.ofNullable(preferences.current().layout().dividers().get(id));
    }
}
