package app.recount.desktop.review;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Saving;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.PageHeader;
import app.recount.desktop.wire.SealedLine;
import app.recount.desktop.wire.WireLines;
import app.recount.desktop.wire.WireSearch;
import app.recount.desktop.wire.WireView;
import java.nio.charset.StandardCharsets;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A whole body, byte for byte, in place of the page until one goes back. */
final class PayloadView extends BorderPane {

    private final Desk desk;
    private final OpenBody body;
    private final WireView view;
    private final WireSearch search;
    private final Runnable back;

    PayloadView(Desk desk, OpenBody body, Runnable back) {
        this.desk = desk;
        this.body = body;
        this.back = back;
        var texts = desk.texts();
        var lines = WireLines.painted(body.bytes());
        view = new WireView(
                lines, true, texts.get("review.payload.content", Figures.of(lines.size()), Figures.of(lines.count())));
        view.setId("payload");
        search = new WireSearch(lines, view, texts);
        var header = new PageHeader(
                        texts.get("review.payload.title"),
                        search,
                        Buttons.withIcon(Feather.COPY, texts.get("review.payload.copy"), this::copy),
                        Buttons.withIcon(Feather.DOWNLOAD, texts.get("review.payload.save"), this::save),
                        Buttons.withIcon(Feather.ARROW_LEFT, texts.get("review.payload.back"), back))
                .subtitle(texts.get(
                        "review.payload.subtitle", Figures.of(lines.size()), texts.get("review.payload.breaks")));
        header.getStyleClass().add("ruled");
        setTop(header);
        setCenter(view);
        setBottom(new VBox(new SealedLine(body.bytes(), body.digest(), texts, desk.clipboard())));
        addEventFilter(KeyEvent.KEY_PRESSED, this::leaveOnEscape);
    }

    Node firstFocus() {
        return view;
    }

    void find() {
        search.focusField();
    }

    void copy() {
        desk.clipboard().accept(new String(body.bytes(), StandardCharsets.UTF_8));
    }

    void save() {
        new Saving(desk, "review.payload.saved")
                .save(
                        desk.texts().get("review.payload.task"),
                        "payload-%s.json".formatted(body.digest().hex().substring(0, 12)),
                        body::bytes);
    }

    /** Esc first empties the search, then goes back. */
    private void leaveOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !(event.getTarget() instanceof TextField)) {
            back.run();
            event.consume();
        }
    }
}
