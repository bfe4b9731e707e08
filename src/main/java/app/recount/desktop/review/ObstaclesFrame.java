package app.recount.desktop.review;

import app.recount.delivery.BackfillPreview;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Prose;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.StatusFrame;
import app.recount.text.Texts;
import javafx.scene.Node;

/** Every closed gate as a sentence with what can be done about it. */
final class ObstaclesFrame {

    private ObstaclesFrame() {}

    static Node of(BackfillPreview preview, Texts texts, ReviewWork work) {
        var obstacles = Obstacle.of(preview, texts);
        var frame = new StatusFrame(Status.CAUTION, texts.get("review.blocked.title", obstacles.size()));
        obstacles.forEach(obstacle ->
                frame.line(Prose.of(Prose.strong(obstacle.message()), Prose.muted(" " + obstacle.advice()))));
        frame.actions(obstacles.stream()
                .flatMap(obstacle -> obstacle.action().stream())
                .distinct()
                .map(kind -> Buttons.text(texts.get("shell.action." + kind), () -> work.help(kind)))
                .toList());
        return frame;
    }
}
