package app.recount.desktop.analyses;

import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.text.Texts;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the page shows before there is any run: the three steps, and the command line that does the same. */
final class NoRuns extends StackPane {

    private static final int STEPS = 3;

    private final Texts texts;
    private final Button start;

    NoRuns(Texts texts, RunActions actions, Consumer<String> clipboard) {
        this.texts = texts;
        getStyleClass().add("no-runs");
        var title = Labels.styled(texts.get("analyses.none.title"), "counter");
        var steps = new VBox(10);
        for (int i = 1; i <= STEPS; i++) {
            steps.getChildren().add(step(i));
        }
        start = Buttons.withIcon(Feather.PLUS, texts.get("analyses.start"), actions::start);
        start.getStyleClass().addAll("accent", "large-tool");
        var column = new VBox(16, Icons.of(Feather.LAYERS, "plain", "huge"), title, steps, start, commands(clipboard));
        column.setAlignment(Pos.CENTER);
        column.setMaxWidth(600);
        getChildren().add(column);
    }

    Node firstFocus() {
        return start;
    }

    private Node step(int number) {
        var words = new VBox(
                1,
                Labels.strong(texts.get("analyses.none.step." + number)),
                Labels.paragraph(texts.get("analyses.none.step." + number + ".line"), "muted"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var figure = Labels.styled(Integer.toString(number), "step-number");
        return new HBox(12, figure, words);
    }

    private Node commands(Consumer<String> clipboard) {
        var script = texts.get("analyses.none.commands");
        var copy = Buttons.quiet(Feather.COPY, texts.get("analyses.none.copy"), () -> clipboard.accept(script));
        var text = Labels.paragraph(script, "mono");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        var box = new HBox(8, text, copy);
        box.getStyleClass().add("inset");
        box.setMaxWidth(Double.MAX_VALUE);
        return new VBox(6, Labels.status(Status.NOTE, texts.get("analyses.none.same")), box);
    }
}
