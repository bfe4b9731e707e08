package app.recount.desktop.activity;

import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import java.time.LocalDate;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Six figures side by side in one frame. */
final class CardsBar extends HBox {

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
        getStyleClass().addAll("card-frame", "cards");
        getChildren()
                .addAll(
                        card("activity.card.days", activeDays, ofDays),
                        card("activity.card.observations", observations),
                        card("activity.card.sessions", sessions),
                        card("activity.card.discovered", discovered),
                        card("activity.card.saved", saved),
                        card("activity.card.installDay", installDay));
        getChildren().getLast().getStyleClass().add("last");
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

    private Node card(String key, Label... figures) {
        var name = Labels.styled(texts.get(key), "muted", "small");
        var values = new HBox(6, figures);
        values.setAlignment(Pos.BASELINE_LEFT);
        var card = new VBox(1, name, values);
        card.getStyleClass().add("card");
        card.setAlignment(Pos.CENTER_LEFT);
        card.setAccessibleRole(AccessibleRole.TEXT);
        card.accessibleTextProperty().bind(figures[0].textProperty().map(value -> texts.get(key) + ": " + value));
        card.setMinWidth(0);
        card.setPrefWidth(100);
        figures[0].setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }
}
