package app.recount.desktop.shell;

import app.recount.store.WindowLayout.WindowPlace;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window where it stood, if that place still exists, and remembers where it stands when it closes. */
public final class WindowMemory {

    static final double LEAST_WIDTH = 720;
    static final double LEAST_HEIGHT = 520;

    private static final double USUAL_WIDTH = 1280;
    private static final double USUAL_HEIGHT = 800;

    /** How much of the window must lie on a screen, so that it can be taken hold of. */
    private static final double GRIP = 80;

    private final Preferences preferences;
    private final String taskName;
    private WindowPlace usual = new WindowPlace(0, 0, USUAL_WIDTH, USUAL_HEIGHT, false);

    public WindowMemory(Preferences preferences, String taskName) {
        this.preferences = preferences;
        this.taskName = taskName;
    }

    public void restore(Stage stage) {
        var screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        var remembered = preferences.current().layout().window().flatMap(place -> valid(place, screens));
        if (remembered.isPresent()) {
            var place = remembered.get();
            usual = place;
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
            stage.setMaximized(place.maximized());
        } else {
            var screen = Screen.getPrimary().getVisualBounds();
            stage.setWidth(Math.min(USUAL_WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(USUAL_HEIGHT, screen.getHeight()));
        }
        stage.setOnHiding(event -> remember(stage));
        stage.maximizedProperty().subscribe((before, after) -> keepUsual(stage));
        stage.widthProperty().subscribe(width -> keepUsual(stage));
        stage.xProperty().subscribe(x -> keepUsual(stage));
    }

    /** The place, cut to what the screens allow; empty if too little of it would be seen. */
    static Optional<WindowPlace> valid(WindowPlace place, List<Rectangle2D> screens) {
        return screens.stream()
                .filter(screen -> overlap(place.x(), place.width(), screen.getMinX(), screen.getMaxX()) >= GRIP)
                .filter(screen -> place.y() >= screen.getMinY() - 1 && place.y() <= screen.getMaxY() - GRIP)
                .findFirst()
                .map(screen -> cut(place, screen));
    }

    /** What is as long as the screen begins where the screen does. */
    private static WindowPlace cut(WindowPlace place, Rectangle2D screen) {
        return new WindowPlace(
                place.width() > screen.getWidth() ? screen.getMinX() : place.x(),
                place.height() > screen.getHeight() ? screen.getMinY() : place.y(),
                Math.clamp(place.width(), Math.min(LEAST_WIDTH, screen.getWidth()), screen.getWidth()),
                Math.clamp(place.height(), Math.min(LEAST_HEIGHT, screen.getHeight()), screen.getHeight()),
                place.maximized());
    }

    private static double overlap(double from, double length, double low, double high) {
        return Math.min(from + length, high) - Math.max(from, low);
    }

    /** Bounds while maximized are those of the screen, not what to come back to. */
    private void keepUsual(Stage stage) {
        if (!stage.isMaximized() && !stage.isIconified() && stage.isShowing()) {
            usual = new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
    }

    private void remember(Stage stage) {
        keepUsual(stage);
        var place = new WindowPlace(usual.x(), usual.y(), usual.width(), usual.height(), stage.isMaximized());
        preferences.update(taskName, settings -> settings.withLayout(layout -> layout.withWindow(place)));
    }
}
