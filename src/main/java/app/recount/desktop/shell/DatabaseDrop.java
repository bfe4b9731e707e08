package app.recount.desktop.shell;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes a single file that is dropped anywhere on the window. */
final class DatabaseDrop {

    private final Consumer<Path> onDrop;
    private final Consumer<Boolean> onHover;

    DatabaseDrop(Consumer<Path> onDrop, Consumer<Boolean> onHover) {
        this.onDrop = onDrop;
        this.onHover = onHover;
    }

    void listenOn(Node node) {
        node.setOnDragOver(this::over);
        node.setOnDragExited(event -> onHover.accept(false));
        node.setOnDragDropped(this::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles() && event.getDragboard().getFiles().size() == 1) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            onHover.accept(true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        onHover.accept(false);
        var file = event.getDragboard().getFiles().getFirst().toPath();
        event.setDropCompleted(true);
        event.consume();
        onDrop.accept(file);
    }
}
