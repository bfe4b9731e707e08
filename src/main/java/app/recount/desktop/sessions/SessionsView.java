package app.recount.desktop.sessions;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Shortcuts;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.FilterField;
import app.recount.desktop.widget.PageHeader;
import app.recount.session.AgentTool;
import app.recount.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The table of sessions with its filters above it and the selected session below. */
final class SessionsView extends BorderPane {

    private final Texts texts;
    private final SessionsModel model;
    private final SessionsWork work;
    private final SessionTable table;
    private final FilterField filter;
    private final Button export;
    private final VBox list;
    private final SessionsEmpty empty;

    SessionsView(Desk desk, SessionsModel model, SessionsWork work, List<AgentTool> tools) {
        this.texts = desk.texts();
        this.model = model;
        this.work = work;
        table = new SessionTable(desk, model, work);
        empty = new SessionsEmpty(desk, model, work);
        filter = new FilterField(texts.get("sessions.filter"), Shortcuts.shown("F"));
        filter.textProperty()
                .subscribe(
                        (before, now) -> model.filter().set(model.filter().get().withText(now)));
        model.filter().subscribe(now -> {
            if (!now.text().equals(filter.getText())) {
                filter.setText(now.text());
            }
        });
        export = Buttons.withIcon(Feather.DOWNLOAD, texts.get("sessions.export"), () -> {});
        var menu = new ContextMenu(
                item("sessions.export.csv", work::exportCsv), item("sessions.export.json", work::exportJson));
        export.setOnAction(event -> menu.show(export, Side.BOTTOM, 0, 4));
        export.disableProperty().bind(Bindings.isEmpty(model.visible()));
        var details = new SessionDetails(desk, model, work);
        VBox.setVgrow(table, Priority.ALWAYS);
        list = new VBox(table, details);
        var toolbar = new SessionsToolbar(model, tools, texts);
        setTop(new VBox(header(), toolbar));
        model.all().subscribe(count -> choose());
        choose();
    }

    Node firstFocus() {
        return table;
    }

    void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    Button export() {
        return export;
    }

    private PageHeader header() {
        var again =
                Buttons.icon(Feather.REFRESH_CW, texts.get("sessions.refresh", Shortcuts.shown("R")), work::refresh);
        var header = new PageHeader(texts.get("shell.page.sessions"), filter, again, export);
        header.subtitleProperty()
                .bind(Bindings.createStringBinding(
                        this::counted, model.visible(), model.filter(), model.all(), model.live()));
        return header;
    }

    private String counted() {
        if (model.all().get() == 0) {
            return "";
        }
        var all = Figures.of(model.all().get());
        var shown = model.isFiltered()
                ? texts.get("sessions.shown", Figures.of(model.visible().size()), all)
                : all;
        return shown + " · " + texts.get("sessions.live", model.live().get());
    }

    private void choose() {
        setCenter(model.all().get() == 0 ? empty : list);
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(texts.get(key));
        item.setOnAction(event -> action.run());
        return item;
    }
}
