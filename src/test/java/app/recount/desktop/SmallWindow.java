package app.recount.desktop;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** A stage that shows one scene, for what needs no more of a window. */
public final class SmallWindow implements AutoCloseable {

    private final Stage stage;

    private SmallWindow(Stage stage) {
        this.stage = stage;
    }

    /** The scene is made on the toolkit's thread, which has to be there: {@link FxThread#start()}. */
    public static SmallWindow showing(Supplier<Scene> scene) {
        return new SmallWindow(FxThread.call(() -> {
            var stage = new Stage();
            stage.setScene(scene.get());
            stage.show();
            return stage;
        }));
    }

    /** Gives a node the focus, as a program does. */
    public void focus(Node node) {
        FxThread.call(() -> {
            node.requestFocus();
            return node;
        });
    }

    @Override
    public void close() {
        FxThread.call(() -> {
            stage.close();
            return stage;
        });
    }
}
