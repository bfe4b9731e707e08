package app.recount.desktop.activity;

import app.recount.desktop.widget.FigureCards;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import java.time.LocalDate;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** Six figures side by side in one frame. */
final class CardsBar extends StackPane {

    private final Texts texts;
    private final Label activeDays = Labels.counter("");
    private final Label ofDays = Labels.styled("", "muted", "small");
    private final Label observations = Labels.counter("");
    private final Label sessions = Labels.counter("");
    private final Label discovered = Labels.counter("");
    private final Label saved = Labels.counter("");
    private final Label installDay = Labels.counter("");

    CardsBar(ActivityModel model, Texts texts) {
        this.texts = texts;
        getChildren()
                .add(new FigureCards()
                        .card(texts.get("activity.card.days"), activeDays, ofDays)
                        .card(texts.get("activity.card.observations"), observations)
                        .card(texts.get("activity.card.sessions"), sessions)
                        .card(texts.get("activity.card.discovered"), discovered)
                        .card(texts.get("activity.card.saved"), saved)
                        .card(texts.get("activity.card.installDay"), installDay));
        model.totals.subscribe(totals -> totals.ifPresent(this::show));
    }

    private void show(Totals totals) {
        activeDays.setText(Figures.of(totals.activeDays()));
        ofDays.setText(texts.get("activity.card.ofDays", Figures.of(totals.windowDays())));
        observations.setText(Figures.of(totals.observations()));
        sessions.setText(Figures.of(totals.sessions()));
        discovered.setText(Figures.of(totals.discovered()));
        saved.setText(Figures.of(totals.saved()));
        installDay.setText(totals.installDay().map(LocalDate::toString).orElse(Figures.ABSENT));
    }
}
