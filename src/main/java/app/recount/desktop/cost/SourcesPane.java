package app.recount.desktop.cost;

import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.generation.EstimateBasis;
import app.recount.generation.GenerationPlace;
import app.recount.generation.GenerationSum;
import app.recount.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every place that figures can come from: what it knows, since when, and whether it enters events. */
final class SourcesPane extends VBox {

    private final Texts texts;
    private final CostWords words;

    SourcesPane(CostModel model, Texts texts) {
        this.texts = texts;
        this.words = new CostWords(texts);
        getStyleClass().add("cost-sources");
        model.reading().subscribe(reading -> show(reading.orElse(CostReading.NONE)));
    }

    private void show(CostReading reading) {
        var shares = reading.shares();
        var rows = new ArrayList<Node>();
        for (var place : GenerationPlace.values()) {
            rows.add(row(
                    place,
                    shares.stream().filter(share -> share.place() == place).toList()));
        }
        reading.prices()
                .filter(prices -> shares.stream()
                        .anyMatch(share -> !share.sum().estimate().isNone()))
                .ifPresent(prices -> rows.add(estimates(prices)));
        rows.getLast().getStyleClass().add("last");
        getChildren().setAll(rows);
    }

    private Node row(GenerationPlace place, List<ModelShare> shares) {
        var what = texts.get("cost.place." + place.word() + ".what");
        return row(words.place(place), what, known(shares), place.isOfTurns());
    }

    private Node row(String name, String what, String known, boolean inEvents) {
        var says = Labels.paragraph(what, "muted");
        says.setMinWidth(0);
        var about = new VBox(2, Labels.strong(name), says);
        HBox.setHgrow(about, Priority.ALWAYS);
        var enters = Labels.status(
                inEvents ? Status.GOOD : Status.NONE, texts.get(inEvents ? "cost.place.enters" : "cost.place.never"));
        enters.setMinWidth(USE_PREF_SIZE);
        var figure = Labels.plain(known);
        figure.setMinWidth(USE_PREF_SIZE);
        var aside = known.isEmpty() ? new VBox(enters) : new VBox(2, figure, enters);
        aside.setAlignment(Pos.TOP_RIGHT);
        var row = new HBox(16, about, aside);
        row.getStyleClass().addAll("ruled-row", "cost-source");
        return row;
    }

    private Node estimates(EstimateBasis prices) {
        var what = texts.get("cost.estimates.what", prices.date().toString(), prices.source());
        return row(texts.get("cost.estimates"), what, "", false);
    }

    private String known(List<ModelShare> shares) {
        if (shares.isEmpty()) {
            return texts.get("cost.place.nothing");
        }
        var calls = sum(shares, false).calls();
        var aside = sum(shares, true).calls();
        var first = shares.stream()
                .map(ModelShare::first)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        var last = shares.stream()
                .map(ModelShare::last)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var words = texts.get("cost.place.known", calls, Figures.days(first, last));
        return aside == 0 ? words : words + " · " + texts.get("cost.place.aside", aside);
    }

    private static GenerationSum sum(List<ModelShare> shares, boolean overlapping) {
        return shares.stream()
                .filter(share -> share.overlapping() == overlapping)
                .map(ModelShare::sum)
                .reduce(GenerationSum.NONE, GenerationSum::plus);
    }
}
