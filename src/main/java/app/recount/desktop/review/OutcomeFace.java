package app.recount.desktop.review;

import app.recount.delivery.BackfillPreview;
import app.recount.delivery.Outcome;
import app.recount.delivery.Receipt;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.PageHeader;
import app.recount.desktop.widget.StatusFrame;
import app.recount.desktop.widget.Times;
import app.recount.desktop.widget.TwoColumns;
import app.recount.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** How a sending ended: what happened, what it means, and whether a retry is safe. */
final class OutcomeFace {

    private final Desk desk;
    private final Texts texts;
    private final ReviewModel model;
    private final ReviewWork work;
    private final DeclineDialogs dialogs;

    OutcomeFace(Desk desk, ReviewModel model, ReviewWork work, DeclineDialogs dialogs) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.work = work;
        this.dialogs = dialogs;
    }

    Node of(Outcome outcome) {
        var receipts =
                model.books().get().known().map(books -> books.of(outcome)).orElse(List.of());
        var words = OutcomeWords.of(outcome, texts);
        var header = new PageHeader(
                texts.get("review.title"),
                Buttons.withIcon(Feather.ARROW_LEFT, texts.get("review.ended.back"), work::lookAgain));
        if (!receipts.isEmpty()) {
            header.subtitle(Times.minute(receipts.getLast().time()) + " UTC");
        }
        return new Face(header, frame(words, receipts), new TwoColumns(left(outcome, receipts), right(outcome, words)));
    }

    private Node frame(OutcomeWords words, List<Receipt> receipts) {
        var frame = new StatusFrame(words.status(), words.title());
        receipts.stream()
                .flatMap(receipt -> receipt.subject().stream())
                .reduce((earlier, later) -> later)
                .ifPresent(subject -> frame.line(texts.get(
                        "review.ended.line",
                        subject.destination(),
                        subject.firstDay().toString(),
                        subject.throughDay().toString(),
                        subject.payloadVersion())));
        receipts.stream()
                .filter(receipt -> receipt.kind() == Receipt.Kind.ANSWER)
                .reduce((earlier, later) -> later)
                .ifPresent(answer -> frame.actions(List.of(Buttons.withIcon(
                        Feather.FILE_TEXT,
                        texts.get("review.ended.receipt", answer.number()),
                        () -> work.openReceipt(answer.number())))));
        return frame;
    }

    private List<Node> left(Outcome outcome, List<Receipt> receipts) {
        var cards = new ArrayList<Node>();
        cause(outcome).ifPresent(cards::add);
        if (!receipts.isEmpty()) {
            cards.add(HappenedCard.of(receipts, texts, work));
        }
        var preview = model.preview().getValue();
        if (outcome instanceof Outcome.Delivered && preview.isPresent()) {
            markerNow(preview.get()).ifPresent(cards::add);
        }
        return cards;
    }

    private Optional<Node> cause(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused refused -> Optional.of(CauseCard.of(refused.problem(), refused.answer(), texts, work));
            case Outcome.Unknown unknown -> Optional.of(CauseCard.of(unknown.problem(), Optional.empty(), texts, work));
            case Outcome.DryRun dryRun ->
                Optional.of(CauseCard.lines(
                        dryRun.summary().stream().map(texts::say).toList(), texts));
            case Outcome.Delivered delivered ->
                delivered.unrecorded().map(problem -> CauseCard.of(problem, Optional.empty(), texts, work));
            case Outcome.NothingToDo _ -> Optional.empty();
        };
    }

    /** The file as the reading after the sending found it. */
    private Optional<Node> markerNow(BackfillPreview preview) {
        return preview.marker().content().isEmpty()
                ? Optional.empty()
                : Optional.of(MarkerCard.of(
                        preview.marker(), preview.request().dataDirectory().marker(), desk));
    }

    private List<Node> right(Outcome outcome, OutcomeWords words) {
        var cards = new ArrayList<Node>();
        RequestsCard.of(outcome, texts).ifPresent(cards::add);
        cards.add(new Card(texts.get("review.ended.means.title"))
                .body(Rows.statements(words.meanings().stream()
                        .map(meaning -> Rows.statement(meaning.icon(), meaning.text()))
                        .toList())));
        if (outcome instanceof Outcome.Delivered) {
            model.preview().getValue().ifPresent(preview -> cards.add(LiveCard.of(preview, texts, dialogs)));
        }
        return cards;
    }
}
