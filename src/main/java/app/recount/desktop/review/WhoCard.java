package app.recount.desktop.review;

import app.recount.consent.ConsentDecision;
import app.recount.consent.ConsentDecision.DecidedBy;
import app.recount.consent.ConsentDecision.Layer;
import app.recount.consent.ConsentDecision.State;
import app.recount.consent.TelemetryConfig;
import app.recount.delivery.BackfillPreview;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.Tag;
import app.recount.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The consent chain with the layer that decided. */
final class WhoCard {

    private final Texts texts;
    private final VBox content = new VBox(8);
    private final Card card;

    WhoCard(Texts texts) {
        this.texts = texts;
        card = new Card(texts.get("review.who.title"))
                .aside(texts.get("review.who.aside"))
                .body(content);
    }

    Card node() {
        return card;
    }

    void show(BackfillPreview preview) {
        content.getChildren().setAll(chain(preview.consent()));
        if (preview.telemetryConfig() instanceof TelemetryConfig.Malformed malformed) {
            var label = Labels.status(Status.CAUTION, texts.get("review.who.malformed", malformed.reason()));
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            content.getChildren().add(label);
        }
        content.getChildren().add(Labels.paragraph(texts.get("review.who.note"), "muted", "small"));
    }

    private GridPane chain(ConsentDecision decision) {
        var grid = new GridPane(14, 6);
        var fixed = new ColumnConstraints();
        fixed.setMinWidth(Region.USE_PREF_SIZE);
        var value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        value.setMinWidth(0);
        grid.getColumnConstraints().setAll(fixed, fixed, value, fixed);
        int number = 1;
        for (var layer : decision.layers()) {
            add(grid, number++, layer, decision.allowed());
        }
        return grid;
    }

    private void add(GridPane grid, int number, Layer layer, boolean allowed) {
        boolean decided = layer.state() == State.DECIDED;
        var name = layer.layer() == DecidedBy.DEFAULT
                ? Labels.plain(texts.get("review.who.default"))
                : Labels.mono(layer.layer().text());
        var value = Labels.plain(layer.state() == State.NOT_REACHED ? notReached(layer) : said(layer));
        grid.add(styled(Labels.plain(Integer.toString(number)), decided), 0, number);
        grid.add(styled(name, decided), 1, number);
        grid.add(styled(value, decided), 2, number);
        if (decided) {
            grid.add(
                    allowed
                            ? new Tag(Status.GOOD, texts.get("review.who.allowed"))
                            : new Tag(Status.CAUTION, texts.get("review.who.off")),
                    3,
                    number);
        }
    }

    /** A layer that says something is shown with it, also where another decided before. */
    private String notReached(Layer layer) {
        var words = texts.get("review.who.not-reached");
        boolean silent = layer.layer() == DecidedBy.DEFAULT || layer.value().isEmpty();
        return silent ? words : said(layer) + " · " + words;
    }

    private String said(Layer layer) {
        return layer.value().map(texts::say).orElseGet(() -> texts.get("review.who.not-set"));
    }

    private static Label styled(Label label, boolean decided) {
        label.getStyleClass().add(decided ? "strong" : "muted");
        return label;
    }
}
