package app.recount.desktop.activity;

import app.recount.delivery.BackfillPreview;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.wire.SealedLine;
import app.recount.desktop.wire.WireLines;
import app.recount.desktop.wire.WirePaths;
import app.recount.desktop.wire.WireView;
import app.recount.text.Texts;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The event exactly as it stands in the sealed body, with the offsets of its bytes and the check of the whole. */
final class JsonView extends BorderPane {

    private static final double LINE_HEIGHT = 16;

    private final Desk desk;
    private final ActivityModel model;
    private final Texts texts;
    private Runnable mark = () -> {};

    JsonView(Desk desk, ActivityModel model) {
        this.desk = desk;
        this.model = model;
        this.texts = desk.texts();
        model.event.subscribe(event -> show());
        model.previewValue().subscribe(preview -> show());
        model.field.subscribe(field -> mark.run());
    }

    private void show() {
        var preview = model.preview();
        var event = model.event.get();
        if (preview.isEmpty()
                || event.isEmpty()
                || event.get().index() >= preview.get().sealed().eventCount()) {
            setCenter(null);
            setBottom(null);
            mark = () -> {};
        } else {
            show(preview.get(), event.get().index());
        }
    }

    /** Cuts the event out of the body itself, whose digest is computed again below it. */
    private void show(BackfillPreview preview, int index) {
        var body = preview.sealed().body();
        int from = preview.sealed().offset(index);
        int to = from + preview.sealed().event(index).length;
        var lines = WireLines.painted(Arrays.copyOfRange(body, from, to), from);
        var paths = new WirePaths(lines);
        var view = new WireView(lines, true, texts.get("activity.peer.JSON"));
        view.setFixedCellSize(LINE_HEIGHT);
        view.onChoose(line -> paths.path(line).ifPresent(path -> model.field.set(Optional.of(path))));
        mark = () -> model.field
                .get()
                .flatMap(paths::line)
                .ifPresentOrElse(line -> view.reveal(lines.offset(line)), view::unmark);
        mark.run();
        setCenter(view);
        var bytes = Labels.styled(
                texts.get("activity.json.bytes", Figures.of(from), Figures.of(to - 1L), Figures.of(body.length)),
                "muted",
                "small");
        var below = new FlowPane(16, 2, bytes, Labels.styled(texts.get("activity.json.drawn"), "muted", "small"));
        below.getStyleClass().add("sealed-below");
        setBottom(new VBox(new SealedLine(body, preview.sealed().digest(), texts, desk.clipboard()), below));
    }
}
