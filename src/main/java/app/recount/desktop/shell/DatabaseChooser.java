package app.recount.desktop.shell;

import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import app.recount.text.VisibleText;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says which database is open and offers others. */
final class DatabaseChooser extends Button {

    private final Desk desk;
    private final Commands commands;
    private final Label name = Labels.strong("");
    private final Label folder = Labels.styled("", "muted", "tiny");
    private final Node icon = Icons.of(Feather.DATABASE, "plain");
    private final HBox wide;

    DatabaseChooser(Desk desk, Workspace workspace, Commands commands) {
        this.desk = desk;
        this.commands = commands;
        getStyleClass().setAll("database-chooser");
        setMaxWidth(Double.MAX_VALUE);
        var words = new VBox(name, folder);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        wide = new HBox(8, words, Card.spring(), Icons.of(Feather.CHEVRON_DOWN));
        wide.setAlignment(Pos.CENTER_LEFT);
        wide.prefWidthProperty().bind(widthProperty().subtract(16));
        collapse(false);
        setOnAction(event -> menu().show(this, Side.BOTTOM, 0, 4));
        workspace.state().subscribe(this::show);
    }

    void collapse(boolean collapsed) {
        wide.getChildren().remove(icon);
        if (collapsed) {
            setGraphic(icon);
        } else {
            wide.getChildren().addFirst(icon);
            setGraphic(wide);
        }
    }

    private void show(MemoryState state) {
        var texts = desk.texts();
        if (state instanceof MemoryState.Missing) {
            name.setText(texts.get("shell.noDatabase"));
            folder.setText(texts.get("shell.open"));
        } else {
            var file = state.source().databaseFile();
            name.setText(state.source().demo() ? texts.get("shell.demoName") : String.valueOf(file.getFileName()));
            folder.setText(desk.paths().folderOf(file));
        }
        setAccessibleText(texts.get("shell.database.accessible", name.getText(), folder.getText()));
        setTooltip(Labels.tooltip(desk.paths().of(state.source().databaseFile())));
    }

    private ContextMenu menu() {
        Texts texts = desk.texts();
        var menu = new ContextMenu();
        for (var file : desk.preferences().current().recentFiles()) {
            menu.getItems().add(item(desk.paths().of(file), () -> open(file)));
        }
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems()
                .addAll(
                        item(texts.get("shell.menu.open"), commands::open),
                        item(texts.get("shell.menu.own"), commands::openOwn),
                        item(texts.get("shell.menu.demo"), commands::exploreDemo));
        return menu;
    }

    private void open(Path file) {
        commands.open(file);
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(VisibleText.name(text));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
