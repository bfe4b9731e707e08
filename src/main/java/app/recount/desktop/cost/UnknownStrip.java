package app.recount.desktop.cost;

import app.recount.desktop.cost.CostModel.Face;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.text.Texts;
import java.util.ArrayList;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Says which days are unknown and that they count nowhere, and leads to where the figures come from. */
final class UnknownStrip extends HBox {

    private final CostModel model;
    private final Texts texts;
    private final Label title = Labels.strong("");
    private final Label words = Labels.muted("");

    UnknownStrip(CostModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("status-frame", "status-note", "findings");
        setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        words.setTooltip(new Tooltip());
        words.getTooltip().textProperty().bind(words.textProperty());
        HBox.setHgrow(words, Priority.ALWAYS);
        title.setMinWidth(USE_PREF_SIZE);
        var sources = Buttons.withIcon(
                Feather.CHEVRON_RIGHT, texts.get("cost.sources.link"), () -> model.face.set(Face.SOURCES));
        sources.setContentDisplay(ContentDisplay.RIGHT);
        sources.getStyleClass().add("quiet");
        getChildren().addAll(Icons.of(Status.NOTE), title, words, sources);
        model.reading().subscribe(reading -> model.whole().ifPresent(this::show));
    }

    private void show(Period whole) {
        var said = new ArrayList<String>();
        model.unknownStart()
                .ifPresent(days -> said.add(texts.get("cost.unknown.start", new CostWords(texts).name(days))));
        if (whole.unknownActiveDays() > 0) {
            said.add(texts.get("cost.unknown.days", whole.unknownActiveDays()));
        }
        title.setText(texts.get(said.isEmpty() ? "cost.unknown.none.title" : "cost.unknown.title"));
        words.setText(said.isEmpty() ? texts.get("cost.unknown.none") : String.join(" ", said));
    }
}
