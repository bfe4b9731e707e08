package app.recount.desktop.review;

import app.recount.consent.DisclosureText;
import app.recount.consent.PublishedDisclosure;
import app.recount.consent.PublishedDisclosure.Difference;
import app.recount.consent.PublishedDisclosure.Subject;
import app.recount.delivery.BackfillPreview;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Where the payload has more than claude-mem's published page names; by names only, with the page's date. */
final class DisclosureCard {

    private final Texts texts;
    private final DisclosureText words;
    private final VBox rows = new VBox();
    private final Label aside = Labels.styled("", "muted", "small");
    private final Label legend = Labels.paragraph("", "muted", "small");
    private final Card card;

    DisclosureCard(Texts texts) {
        this.texts = texts;
        this.words = new DisclosureText(texts);
        card = new Card(texts.get("review.disclosure.title"))
                .aside(aside)
                .flush()
                .body(rows)
                .footer(legend);
    }

    Card node() {
        return card;
    }

    void show(BackfillPreview preview) {
        var differences = preview.privacy().differences();
        int version = preview.payload().version();
        aside.setText(words.date() + " · " + differences.size());
        rows.getChildren()
                .setAll(differences.stream()
                        .map(difference -> row(difference, version))
                        .toList());
        if (rows.getChildren().getLast() instanceof HBox last) {
            last.getStyleClass().add("last");
        }
        legend.setText(legend(differences));
    }

    /** What the words in the rows mean, for those that are there. */
    private String legend(List<Difference> differences) {
        return differences.stream()
                        .map(Difference::kind)
                        .distinct()
                        .sorted()
                        .map(words::legend)
                        .collect(Collectors.joining(" ", "", " "))
                + texts.get("review.disclosure.legend", PublishedDisclosure.PAGE_DATE);
    }

    private HBox row(Difference difference, int version) {
        var what = difference.subject() == Subject.VERSION
                ? Labels.plain(words.what(difference))
                : Labels.paragraph(words.what(difference), "mono");
        what.setMinWidth(0);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        var where = Labels.muted(words.where(difference, version));
        where.setMinWidth(130);
        var kind = Labels.status(Status.CAUTION, words.kind(difference));
        kind.setMinWidth(122);
        var row = new HBox(8, what, where, kind);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("ruled-row", "difference");
        var why = words.why(difference);
        Tooltip.install(row, new Tooltip(why));
        row.setAccessibleText(String.join(", ", List.of(what.getText(), where.getText(), kind.getText(), why)));
        return row;
    }
}
