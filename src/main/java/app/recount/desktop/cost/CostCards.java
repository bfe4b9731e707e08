package app.recount.desktop.cost;

import app.recount.desktop.widget.FigureCards;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** What all known days cost and saved. */
final class CostCards extends StackPane {

    private final Texts texts;
    private final Label cost = Labels.counter("");
    private final Label unpriced = Labels.styled("", "muted", "small");
    private final Label in = Labels.counter("");
    private final Label out = Labels.counter("");
    private final Label saved = Labels.counter("");
    private final Label ratio = Labels.counter("");
    private final Label known = Labels.counter("");
    private final Label ofActive = Labels.styled("", "muted", "small");

    CostCards(CostModel model, Texts texts) {
        this.texts = texts;
        getChildren()
                .add(new FigureCards()
                        .card(texts.get("cost.card.cost"), cost, unpriced)
                        .card(texts.get("cost.card.in"), in)
                        .card(texts.get("cost.card.out"), out)
                        .card(texts.get("cost.card.saved"), saved)
                        .card(texts.get("cost.card.ratio"), ratio)
                        .card(texts.get("cost.card.known"), known, ofActive));
        model.reading().subscribe(reading -> model.whole().ifPresent(this::show));
    }

    private void show(Period whole) {
        var all = whole.all();
        cost.setText(CostWords.money(all.costUsd()));
        unpriced.setText(all.unpriced() == 0 ? "" : texts.get("cost.card.unpriced", all.unpriced()));
        in.setText(Figures.of(all.tokensInput()));
        out.setText(Figures.of(all.tokensOutput()));
        saved.setText(Figures.of(whole.savedOnSameDays()));
        ratio.setText(Figures.of(whole.savedPerGenerated()));
        known.setText(Figures.of(whole.knownDays()));
        ofActive.setText(texts.get("cost.card.ofActive", whole.activeDays()));
    }
}
