package app.recount.desktop.review;

import app.recount.consent.PrivacyReport;
import app.recount.consent.ReidentificationFlag;
import app.recount.consent.ReidentificationText;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Prose;
import app.recount.text.Texts;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** By what this very payload may be recognised, and what can be done about each. No score, and no colour: these are facts. */
final class FlagsCard {

    private final Texts texts;
    private final ReidentificationText words;
    private final VBox rows = new VBox();
    private final Card card;

    FlagsCard(Texts texts) {
        this.texts = texts;
        this.words = new ReidentificationText(texts);
        card = new Card(texts.get("review.flags.title"))
                .aside(texts.get("review.flags.aside"))
                .body(rows)
                .footer(Labels.paragraph(texts.get("review.flags.note"), "muted", "small"));
        card.getStyleClass().add("statements");
    }

    Card node() {
        return card;
    }

    void show(PrivacyReport report) {
        rows.getChildren().setAll(report.flags().stream().map(this::row).toList());
        if (rows.getChildren().isEmpty()) {
            rows.getChildren().add(Labels.paragraph(texts.get("review.flags.none"), "muted"));
        }
        rows.getChildren().getLast().getStyleClass().add("last");
    }

    private HBox row(ReidentificationFlag flag) {
        var said = new VBox(Prose.led(words.message(flag)), Labels.paragraph(words.remedy(flag), "muted", "small"));
        HBox.setHgrow(said, Priority.ALWAYS);
        var row = new HBox(11, Icons.of(icon(flag.code())), said);
        row.getStyleClass().addAll("ruled-row", "statement");
        return row;
    }

    private static Feather icon(ReidentificationFlag.Code code) {
        return switch (code) {
            case INSTALL_ID -> Feather.LINK;
            case INSTALL_DATE -> Feather.CALENDAR;
            case SYSTEM -> Feather.MONITOR;
            case LOCALE -> Feather.GLOBE;
            case LONE_DAYS -> Feather.SUN;
            case HIGHEST_DAYS -> Feather.TRENDING_UP;
            case LOCATION -> Feather.MAP_PIN;
            case PERSON_PROFILE -> Feather.USER;
        };
    }
}
