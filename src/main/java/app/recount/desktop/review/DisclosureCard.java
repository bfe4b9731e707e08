package app.recount.desktop.review;

import app.recount.consent.PublishedDisclosure;
import app.recount.consent.PublishedDisclosure.Difference;
import app.recount.consent.PublishedDisclosure.Kind;
import app.recount.consent.PublishedDisclosure.Subject;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.payload.Payload;
import app.recount.text.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where the payload has more than claude-mem's published page names; by names only, with the page's date. */
final class DisclosureCard {

    private final Texts texts;
    private final VBox rows = new VBox();
    private final Label aside = Labels.styled("", "muted", "small");
    private final Card card;

    DisclosureCard(Texts texts) {
        this.texts = texts;
        card = new Card(texts.get("review.disclosure.title"))
                .aside(aside)
                .flush()
                .body(rows);
    }

    Card node() {
        return card;
    }

    void show(Payload payload) {
        var differences = PublishedDisclosure.differences(payload);
        aside.setText(texts.get("review.disclosure.date", PublishedDisclosure.PAGE_DATE) + " · " + differences.size());
        rows.getChildren()
                .setAll(differences.stream()
                        .map(difference -> row(difference, payload))
                        .toList());
        if (rows.getChildren().getLast() instanceof HBox last) {
            last.getStyleClass().add("last");
        }
    }

    private HBox row(Difference difference, Payload payload) {
        var what = what(difference);
        what.setMinWidth(0);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        var where = Labels.muted(texts.get(
                "review.disclosure.events." + difference.subject(),
                difference.subject() == Subject.VERSION ? payload.version() : difference.events()));
        where.setMinWidth(130);
        var kind = Labels.status(Status.CAUTION, texts.get("review.disclosure." + difference.kind()));
        kind.setMinWidth(122);
        var row = new HBox(8, what, where, kind);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("ruled-row", "difference");
        var why = texts.get(
                difference.kind() == Kind.NOT_FOR_THESE_EVENTS
                        ? "review.disclosure.%s.%s.why".formatted(difference.kind(), difference.subject())
                        : "review.disclosure.%s.why".formatted(difference.kind()));
        Tooltip.install(row, new Tooltip(why));
        row.setAccessibleText(String.join(", ", List.of(what.getText(), where.getText(), kind.getText(), why)));
        return row;
    }

    private Label what(Difference difference) {
        return switch (difference.subject()) {
            case DAY, INSTALL -> Labels.paragraph(String.join(" ", difference.keys()), "mono");
            case PERSON ->
                Labels.paragraph(texts.get("review.disclosure.person", String.join(" ", difference.keys())), "mono");
            case VERSION -> Labels.plain(texts.get("review.disclosure.version"));
        };
    }
}
