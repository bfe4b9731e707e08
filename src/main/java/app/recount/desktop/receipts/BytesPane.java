package app.recount.desktop.receipts;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.wire.SealedLine;
import app.recount.desktop.wire.WireLines;
import app.recount.desktop.wire.WireView;
import app.recount.text.Texts;
import java.nio.charset.StandardCharsets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The bytes that were approved, as they are stored, with the digest computed again below them. */
final class BytesPane extends BorderPane {

    /** As many characters as the pane has room for beside the offsets. */
    private static final int COLUMNS = 56;

    private final Desk desk;
    private final ReceiptsModel model;
    private final Texts texts;
    private final Label size = Labels.muted("");
    private final Button copy;
    private final Button save;

    BytesPane(Desk desk, ReceiptsModel model, ReceiptsWork work) {
        this.desk = desk;
        this.model = model;
        this.texts = desk.texts();
        copy = Buttons.withIcon(Feather.COPY, texts.get("receipts.bytes.copy"), () -> {
            if (model.bytes().get() instanceof StoredBytes.Present present) {
                desk.clipboard().accept(new String(present.body(), StandardCharsets.UTF_8));
            }
        });
        save = Buttons.withIcon(Feather.DOWNLOAD, texts.get("receipts.bytes.save"), () -> {
            if (model.bytes().get() instanceof StoredBytes.Present present) {
                work.saveBytes(
                        "payload-%s.json".formatted(present.digest().hex().substring(0, 12)), present.body());
            }
        });
        var header = new HBox(8, Labels.strong(texts.get("receipts.bytes")), size, Card.spring(), copy, save);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("bytes-header");
        setTop(header);
        model.bytes().subscribe(this::show);
        model.selected().subscribe(() -> show(model.bytes().get()));
    }

    private void show(StoredBytes bytes) {
        boolean present = bytes instanceof StoredBytes.Present;
        copy.setDisable(!present);
        save.setDisable(!present);
        size.setText("");
        setBottom(null);
        switch (bytes) {
            case StoredBytes.None none ->
                say(texts.get(
                        model.selected().get().isPresent() ? "receipts.bytes.none" : "receipts.bytes.unselected"));
            case StoredBytes.Loading loading -> say(texts.get("receipts.bytes.loading"));
            case StoredBytes.Missing missing -> say(texts.get("receipts.bytes.missing"));
            case StoredBytes.Unreadable unreadable ->
                say(texts.say(unreadable.problem().sentences()));
            case StoredBytes.Present stored -> show(stored);
        }
    }

    private void show(StoredBytes.Present stored) {
        var lines = WireLines.wrapped(stored.body(), COLUMNS);
        size.setText(Figures.of(lines.size()));
        setCenter(new WireView(lines, false, texts.get("receipts.bytes")));
        setBottom(new SealedLine(stored.body(), stored.digest(), texts, desk.clipboard()));
    }

    private void say(String words) {
        var label = Labels.paragraph(words, "muted");
        var pane = new StackPane(label);
        pane.getStyleClass().add("no-bytes");
        setCenter(pane);
    }
}
