package app.recount.bench;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The floor of opening a window: JavaFX, one label, nothing else. */
final class PlainWindow {

    private PlainWindow() {}

    public static void main(String[] args) {
        Platform.startup(() -> {
            var stage = new Stage();
            stage.setScene(new Scene(new StackPane(new Label("Recount")), 1200, 760));
            stage.show();
        });
    }
}
