package app.recount.desktop.activity;

import app.recount.delivery.BackfillPreview;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.SealedLine;
import app.recount.desktop.widget.WireText;
import app.recount.desktop.widget.WireView;
import app.recount.payload.Digest;
import app.recount.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The event exactly as it stands in the sealed body, with the offsets of its bytes and the check of the whole. */
final class JsonView extends VBox {

    private final ActivityModel model;
    private final Texts texts;
    private final WireView wire = new WireView();
    private final SealedLine sealed;

    JsonView(Desk desk, ActivityModel model) {
        this.model = model;
        this.texts = desk.texts();
        this.sealed = new SealedLine(
                new SealedLine.Words(
                        texts.get("activity.json.sealed"),
                        texts.get("activity.json.copyDigest"),
                        texts.get("activity.json.matches"),
                        texts.get("activity.json.mismatch")),
                desk.clipboard());
        VBox.setVgrow(wire, Priority.ALWAYS);
        wire.setAccessibleText(texts.get("activity.peer.JSON"));
        getChildren().addAll(wire, sealed);
        wire.markedProperty().bind(model.field);
        wire.onChoose(path -> model.field.set(Optional.of(path)));
        model.event.subscribe(event -> show());
        model.previewValue().subscribe(preview -> show());
    }

    private void show() {
        var preview = model.preview();
        var event = model.event.get();
        if (preview.isEmpty()
                || event.isEmpty()
                || event.get().index() >= preview.get().sealed().eventCount()) {
            wire.show(List.of());
            return;
        }
        show(preview.get(), event.get());
    }

    /** Cuts the event out of the body itself; it must be what the payload calls the event, and the body must have its digest. */
    private void show(BackfillPreview preview, EventRow event) {
        var body = preview.sealed().body();
        int from = preview.sealed().offset(event.index());
        int to = from + preview.sealed().event(event.index()).length;
        wire.show(WireText.json(Arrays.copyOfRange(body, from, to), from));
        sealed.show(preview.sealed().digest(), Digest.of(body));
        sealed.below(
                texts.get("activity.json.bytes", Figures.of(from), Figures.of(to - 1L), Figures.of(body.length)),
                texts.get("activity.json.drawn"));
    }
}
