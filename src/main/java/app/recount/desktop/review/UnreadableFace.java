package app.recount.desktop.review;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.PageHeader;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.StatusFrame;
import app.recount.desktop.widget.TwoColumns;
import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;

/** There is a marker that nobody can read: nothing is sent, and the page says what can be done. */
final class UnreadableFace {

    private final Desk desk;
    private final DeclineDialogs dialogs;

    UnreadableFace(Desk desk, DeclineDialogs dialogs) {
        this.desk = desk;
        this.dialogs = dialogs;
    }

    Node of(ReviewState.MarkerUnreadable state) {
        var texts = desk.texts();
        var preview = state.preview();
        var who = new WhoCard(texts);
        who.show(preview);
        return new Face(
                new PageHeader(texts.get("review.title")).subtitle(texts.get("review.unreadable.subtitle")),
                new StatusFrame(Status.CAUTION, texts.get("review.unreadable.title"))
                        .line(texts.get("review.unreadable.line")),
                new TwoColumns(
                        List.of(MarkerCard.of(
                                preview.marker(),
                                preview.request().dataDirectory().marker(),
                                desk)),
                        List.of(
                                new Card(texts.get("review.unreadable.what.title"))
                                        .body(Rows.statements(List.of(
                                                Rows.statement(Feather.SHIELD, texts.get("review.unreadable.what.1")),
                                                Rows.statement(
                                                        Feather.EDIT_3, texts.get("review.unreadable.what.2"))))),
                                LiveCard.of(preview, texts, dialogs),
                                who.node())));
    }
}
