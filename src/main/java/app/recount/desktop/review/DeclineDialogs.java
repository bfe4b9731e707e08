package app.recount.desktop.review;

import app.recount.desktop.shell.Question;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** Asks before claude-mem's own files are changed, and says what else that changes. */
final class DeclineDialogs {

    private static final double WIDTH = 460;

    private final Texts texts;
    private final ReviewWork work;
    private final Supplier<Window> owner;

    /** @param owner the window that the questions belong to; asked when one is put */
    DeclineDialogs(Texts texts, ReviewWork work, Supplier<Window> owner) {
        this.texts = texts;
        this.work = work;
        this.owner = owner;
    }

    void askTelemetryOff() {
        var asked = work.asked();
        work.foresee(
                asked,
                foresight ->
                        ask("review.telemetry-off", foresight.telemetryOff(), () -> work.switchTelemetryOff(asked)));
    }

    void askWriteMarker() {
        var asked = work.asked();
        work.foresee(
                asked, foresight -> ask("review.write-marker", foresight.writeMarker(), () -> work.writeMarker(asked)));
    }

    private void ask(String key, List<Wording> consequences, Runnable action) {
        var title = texts.get(key + ".title");
        new Question(texts, owner.get(), title, lines(consequences), WIDTH).ask(texts.get(key + ".confirm"), action);
    }

    private Node lines(List<Wording> consequences) {
        var lines = new VBox(8);
        consequences.forEach(sentence -> lines.getChildren()
                .add(new HBox(8, Icons.of(Feather.CHEVRON_RIGHT), Labels.paragraph(texts.say(sentence)))));
        return lines;
    }
}
