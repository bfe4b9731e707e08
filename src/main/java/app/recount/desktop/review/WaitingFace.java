package app.recount.desktop.review;

import app.recount.delivery.WaitingDelivery;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Facts;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.PageHeader;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.StatusFrame;
import app.recount.desktop.widget.Times;
import app.recount.desktop.widget.TwoColumns;
import app.recount.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Something was approved and its end is not known: the same bytes are offered again, and nothing else. */
final class WaitingFace {

    private final Texts texts;
    private final ReviewWork work;

    WaitingFace(Texts texts, ReviewWork work) {
        this.texts = texts;
        this.work = work;
    }

    Node of(ReviewState.WaitingForOutcome state) {
        var delivery = state.delivery();
        return new Face(
                new PageHeader(texts.get("review.title")).subtitle(texts.get("review.waiting.subtitle")),
                frame(delivery),
                new TwoColumns(List.of(approved(delivery)), List.of(next(delivery))));
    }

    private Node frame(WaitingDelivery delivery) {
        var approval = delivery.approval();
        var frame = new StatusFrame(Status.CAUTION, texts.get("review.waiting." + delivery.state()))
                .line(texts.get(
                        "review.waiting.line",
                        Figures.of(delivery.acknowledgedEvents()),
                        Figures.of(approval.eventCount()),
                        Times.minute(approval.approvedAt()),
                        approval.destination()));
        delivery.problem().ifPresent(problem -> {
            frame.line(texts.say(problem.message()));
            if (problem.cause() != null) {
                frame.line(texts.say(problem.cause()));
            }
        });
        return frame;
    }

    private Card approved(WaitingDelivery delivery) {
        var approval = delivery.approval();
        return new Card(texts.get("review.waiting.what.title"))
                .body(new Facts()
                        .row(texts.get("review.done.count"), Figures.of(approval.eventCount()))
                        .row(
                                texts.get("review.what.range.name"),
                                texts.get(
                                        "review.what.range",
                                        approval.firstDay().toString(),
                                        approval.throughDay().toString()))
                        .row(texts.get("review.what.destination.name"), approval.destination())
                        .row(texts.get("review.what.install.name"), Labels.paragraph(approval.installId(), "mono"))
                        .row(
                                texts.get("review.what.digest.name"),
                                Labels.paragraph(approval.digest().toString(), "mono", "digest"))
                        .row(texts.get("review.done.version"), Integer.toString(approval.payloadVersion())))
                .footer(Buttons.withIcon(
                        Feather.EYE, texts.get("review.waiting.view"), () -> work.openStored(approval.digest())));
    }

    private Card next(WaitingDelivery delivery) {
        var rows = new ArrayList<Node>();
        switch (delivery.state()) {
            case RUNNING -> rows.add(Rows.statement(Feather.CLOCK, texts.get("review.waiting.next.running")));
            case MARKER_MISSING -> rows.add(Rows.statement(Feather.EDIT_3, texts.get("review.waiting.next.marker")));
            case NOT_STARTED, INTERRUPTED, UNANSWERED -> {
                rows.add(Rows.statement(Feather.REPEAT, texts.get("review.waiting.next.same")));
                if (delivery.acknowledgedEvents() > 0) {
                    rows.add(Rows.statement(Feather.LAYERS, texts.get("review.waiting.next.parts")));
                }
                rows.add(Rows.statement(Feather.SHIELD, texts.get("review.waiting.next.changed")));
            }
        }
        return new Card(texts.get("review.waiting.next.title")).body(Rows.statements(rows), actions(delivery));
    }

    private Node actions(WaitingDelivery delivery) {
        var again = Buttons.text(
                texts.get(
                        delivery.state() == WaitingDelivery.State.MARKER_MISSING
                                ? "review.waiting.write"
                                : "review.waiting.again"),
                () -> work.sendAgain(delivery));
        again.setId("send-again");
        var keys = Labels.styled(texts.get("review.decision.keys"), "muted", "small");
        keys.setVisible(false); // its room is kept, so that nothing moves
        Enter.ignoredBy(again, () -> keys.setVisible(true));
        again.setDisable(delivery.state() == WaitingDelivery.State.RUNNING);
        return new VBox(
                8, new FlowPane(8, 8, again, Buttons.text(texts.get("review.waiting.look"), work::lookAgain)), keys);
    }
}
