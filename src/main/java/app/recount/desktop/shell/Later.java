package app.recount.desktop.shell;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The view of a page, which is made when the page is shown for the first time: a window that opens waits for none but the one in front.
 * To be used on the window's thread only.
 */
public final class Later<T extends Node> {

    private final Supplier<T> maker;
    private @Nullable T made;

    public Later(Supplier<T> maker) {
        this.maker = maker;
    }

    public T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }

    /** Whether it stands in a window that is open. */
    public boolean isSeen() {
        return Optional.ofNullable(made)
                .map(Node::getScene)
                .map(Scene::getWindow)
                .filter(Window::isShowing)
                .isPresent();
    }
}
