package app.recount.desktop.shell;

import javafx.animation.PauseTransition;
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

    /** For a pane of two sides; {@code usual} is where the divider stands at first. */
    public void attach(SplitPane pane, String id, double usual) {
        place(pane, id, usual);
        var divider = pane.getDividers().getFirst();
        var soon = new PauseTransition(Duration.millis(600));
        soon.setOnFinished(event -> {
            double now = divider.getPosition();
            if (Math.abs(now - position(id, usual)) > 0.002) {
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

    private void place(SplitPane pane, String id, double usual) {
        pane.setDividerPositions(position(id, usual));
    }

    private double position(String id, double usual) {
        return Math.clamp(preferences.current().layout().dividers().getOrDefault(id, usual), LEAST, MOST);
    }
}
