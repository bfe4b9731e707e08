package app.recount.desktop.review;

import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Receipt;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.Times;
import app.recount.payload.PayloadDifference;
import app.recount.text.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/** What changed since the payload that a server acknowledged last. */
final class SinceCard {

    private final Texts texts;
    private final Label aside = Labels.styled("", "muted", "small");
    private final FlowPane changes = new FlowPane(22, 6);
    private final Card card;

    SinceCard(Texts texts) {
        this.texts = texts;
        card = new Card(texts.get("review.since.title")).aside(aside).body(changes);
    }

    Card node() {
        return card;
    }

    void show(BooksState state, BackfillPreview preview) {
        changes.getChildren().clear();
        aside.setText("");
        switch (state) {
            case BooksState.Reading _ -> muted("review.since.reading");
            case BooksState.Unreadable _ -> muted("review.since.unreadable");
            case BooksState.Known known ->
                known.books()
                        .lastDelivery()
                        .ifPresentOrElse(
                                receipt -> compare(receipt, known.books(), preview), () -> muted("review.since.none"));
        }
    }

    private void muted(String key) {
        changes.getChildren().add(Labels.paragraph(texts.get(key), "muted"));
    }

    private void compare(Receipt receipt, Books books, BackfillPreview preview) {
        aside.setText(texts.get("review.since.aside", receipt.number(), Times.minute(receipt.time())));
        books.difference().ifPresentOrElse(this::show, () -> note(texts.get("review.since.no-bytes"), Status.NOTE));
        var then = receipt.subject().map(Receipt.Subject::destination).orElse("");
        if (then.equals(preview.request().destination().address())) {
            good(texts.get("review.since.same-destination"));
        } else {
            change(Feather.EXTERNAL_LINK, Status.CAUTION, texts.get("review.since.destination", then));
        }
    }

    private void show(PayloadDifference difference) {
        if (difference.daysAdded().isEmpty()
                && difference.daysGone().isEmpty()
                && difference.daysChanged().isEmpty()) {
            good(texts.get("review.since.same"));
        }
        days(Feather.PLUS, Status.NOTE, "review.since.days-added", difference.daysAdded());
        days(Feather.MINUS, Status.CAUTION, "review.since.days-gone", difference.daysGone());
        days(Feather.EDIT_3, Status.CAUTION, "review.since.days-changed", difference.daysChanged());
        if (difference.sameKeys()) {
            good(texts.get("review.since.same-keys"));
        }
        keys("review.since.keys-added", difference.keysAdded());
        keys("review.since.keys-gone", difference.keysGone());
        if (!difference.sameInstall()) {
            note(texts.get("review.since.install"), Status.CAUTION);
        }
    }

    private void days(Feather icon, Status status, String key, List<LocalDate> days) {
        if (!days.isEmpty()) {
            var which = days.size() == 1 ? days.getFirst().toString() : days.getFirst() + " … " + days.getLast();
            change(icon, status, texts.get(key, days.size(), which));
        }
    }

    private void keys(String key, SortedSet<String> keys) {
        if (!keys.isEmpty()) {
            note(texts.get(key, String.join(", ", keys)), Status.CAUTION);
        }
    }

    private void good(String text) {
        change(Feather.CHECK, Status.GOOD, text);
    }

    private void note(String text, Status status) {
        change(status.icon(), status, text);
    }

    private void change(Feather icon, Status status, String text) {
        changes.getChildren().add(Labels.withIcon(Icons.of(icon, status), text));
    }
}
