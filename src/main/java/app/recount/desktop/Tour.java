package app.recount.desktop;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Window;
import javafx.util.Duration;

/** Brings every page of the open window to the front by its shortcut, one after the other, and closes the window. */
public final class Tour {

    /** Enough to read a small database and draw a page. */
    private static final Duration LOOK = Duration.seconds(2);

    private Tour() {}

    /** To be called after {@link Desktop#open}; returns at once. */
    public static void start() {
        Platform.runLater(() -> Window.getWindows().forEach(Tour::through));
    }

    private static void through(Window window) {
        var timeline = new Timeline();
        var moment = LOOK;
        for (var show : shortcuts(window.getScene())) {
            timeline.getKeyFrames().add(new KeyFrame(moment, event -> show.run()));
            moment = moment.add(LOOK);
        }
        timeline.getKeyFrames().add(new KeyFrame(moment, event -> window.hide()));
        timeline.play();
    }

    private static List<Runnable> shortcuts(Scene scene) {
        return scene.getAccelerators().entrySet().stream()
                .filter(entry -> entry.getKey() instanceof KeyCodeCombination keys
                        && keys.getCode().isDigitKey())
                .sorted(Comparator.comparing(entry -> entry.getKey().getName()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
