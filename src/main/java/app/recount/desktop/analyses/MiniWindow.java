package app.recount.desktop.analyses;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Look;
import app.recount.store.WindowLayout.WindowPlace;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The small window of one run: always on top, moved by dragging it anywhere, there again where it stood. */
final class MiniWindow {

    static final double WIDTH = 420;
    static final double HEIGHT = 180;

    private static final double MARGIN = 24;

    private final Desk desk;
    private final RunsModel model;
    private final Supplier<Window> main;
    private final BiConsumer<String, Window> mark;
    private Subscription following = Subscription.EMPTY;
    private @Nullable Stage stage;
    private double grabbedX;
    private double grabbedY;

    /**
     * Opens nothing yet.
     *
     * @param mark asks for a stage of a run, in a dialog of the given window
     */
    MiniWindow(Desk desk, RunsModel model, Supplier<Window> main, BiConsumer<String, Window> mark) {
        this.desk = desk;
        this.model = model;
        this.main = main;
        this.mark = mark;
    }

    boolean isOpen() {
        return stage != null;
    }

    void toggle(String run) {
        if (stage != null) {
            stage.close();
        } else {
            open(run);
        }
    }

    private void open(String run) {
        var window = main.get();
        var opened = new Stage(StageStyle.UNDECORATED);
        var view = new MiniView(model, desk.texts(), run, actions(run, opened));
        var scene = new Scene(view, WIDTH, HEIGHT);
        Look.dressLike(scene, window.getScene());
        scene.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            grabbedX = event.getScreenX() - opened.getX();
            grabbedY = event.getScreenY() - opened.getY();
        });
        scene.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            opened.setX(event.getScreenX() - grabbedX);
            opened.setY(event.getScreenY() - grabbedY);
        });
        opened.setScene(scene);
        opened.setTitle(run);
        opened.setAlwaysOnTop(true);
        place(opened);
        following = Subscription.combine(
                model.now().subscribe(now -> view.show()), model.seen().subscribe(now -> view.show()));
        // another store may have a run of the same id, so it goes as soon as its own is not there any more
        following = following.and(model.stock().subscribe((before, now) -> {
            if (model.run(run).isEmpty()) {
                opened.close();
            }
        }));
        // it goes with the window that it belongs to
        following = following.and(window.showingProperty().subscribe(showing -> {
            if (!showing) {
                opened.close();
            }
        }));
        opened.setOnHiding(event -> remember(opened));
        opened.setOnHidden(event -> {
            following.unsubscribe();
            stage = null;
        });
        stage = opened;
        opened.show();
    }

    private MiniView.Actions actions(String run, Stage opened) {
        return new MiniView.Actions() {
            @Override
            public void mark() {
                mark.accept(run, opened);
            }

            @Override
            public void openMain() {
                if (main.get() instanceof Stage window) {
                    window.setIconified(false);
                    window.show();
                    window.toFront();
                    window.requestFocus();
                }
            }

            @Override
            public void close() {
                opened.close();
            }
        };
    }

    /** Where it stood, if that can be seen; else in the screen's upper right corner. */
    private void place(Stage opened) {
        var screen = Screen.getPrimary().getVisualBounds();
        var stood = desk.preferences().current().layout().mini().filter(MiniWindow::isSeen);
        opened.setX(stood.map(WindowPlace::x).orElse(screen.getMaxX() - WIDTH - MARGIN));
        opened.setY(stood.map(WindowPlace::y).orElse(screen.getMinY() + MARGIN));
    }

    private static boolean isSeen(WindowPlace place) {
        var bounds = new Rectangle2D(place.x(), place.y(), WIDTH, HEIGHT);
        return Screen.getScreens().stream()
                .anyMatch(screen -> screen.getVisualBounds().contains(bounds));
    }

    private void remember(Stage opened) {
        var place = new WindowPlace(opened.getX(), opened.getY(), WIDTH, HEIGHT, false);
        desk.preferences()
                .update(
                        desk.texts().get("shell.task.settings"),
                        settings -> settings.withLayout(layout -> layout.withMini(place)));
    }
}
