package app.recount.desktop.activity;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Saving;
import app.recount.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** Saves what the table shows, or the whole sealed body. */
final class ExportMenu {

    private final Texts texts;
    private final Saving saving;
    private final ActivityModel model;

    ExportMenu(Desk desk, ActivityModel model) {
        this.texts = desk.texts();
        this.saving = new Saving(desk, "activity.saved");
        this.model = model;
    }

    ContextMenu menu() {
        return new ContextMenu(
                item("activity.export.csv", "recount-events.csv", this::csv),
                item("activity.export.json", "recount-events.json", this::json),
                item("activity.export.body", "recount-payload.json", this::body));
    }

    private byte[] csv() {
        return EventExport.csv(List.copyOf(model.filtered())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] json() {
        return model.preview()
                .map(preview -> EventExport.json(preview.sealed(), List.copyOf(model.filtered())))
                .orElseThrow();
    }

    private byte[] body() {
        return model.preview().orElseThrow().sealed().body();
    }

    private MenuItem item(String key, String name, Supplier<byte[]> content) {
        var item = new MenuItem(texts.get(key));
        item.setDisable(model.preview().isEmpty());
        item.setOnAction(event -> saving.save(texts.get(key), name, content));
        return item;
    }
}
