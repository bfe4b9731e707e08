package app.recount.desktop.review;

import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.memory.ColumnReport;
import app.recount.memory.ColumnReport.Use;
import app.recount.memory.MemorySchema.Kind;
import app.recount.text.Texts;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.feather.Feather;

/** What never leaves, and how many columns are never even read. */
final class NeverCard {

    private static final int ROWS = 3;

    private final Texts texts;
    private final Label count = Labels.styled("", "muted", "small");
    private final Card card;

    NeverCard(Texts texts, Runnable showWithheld) {
        this.texts = texts;
        var link = Buttons.link(texts.get("review.never.link"), showWithheld);
        link.getStyleClass().add("small");
        card = new Card(texts.get("review.never.title")).aside(count, link).body(list());
    }

    Card node() {
        return card;
    }

    void show(Optional<ColumnReport> report) {
        count.setText(report.map(columns -> texts.get("review.never.count", never(columns)) + "  ·")
                .orElse(""));
    }

    private static long never(ColumnReport report) {
        return report.relations().stream()
                .filter(relation -> relation.kind() == Kind.TABLE)
                .mapToLong(relation -> relation.names(Use.NEVER).size())
                .sum();
    }

    private GridPane list() {
        var grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(4);
        var half = new ColumnConstraints();
        half.setPercentWidth(48);
        grid.getColumnConstraints().setAll(half);
        IntStream.range(0, 2 * ROWS)
                .forEach(i -> grid.add(
                        Labels.withIcon(Icons.of(Feather.EYE_OFF), texts.get("review.never." + (i + 1)), "paragraph"),
                        i / ROWS,
                        i % ROWS));
        return grid;
    }
}
