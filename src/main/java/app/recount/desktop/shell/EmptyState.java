package app.recount.desktop.shell;

import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.store.DataDirectory;
import app.recount.store.DataDirectory.Place;
import app.recount.text.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/** What the window shows while there is no memory database: open one, drop one, or explore with demo data. */
final class EmptyState extends ScrollPane {

    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("file-over");

    private final Desk desk;
    private final Texts texts;
    private final Commands commands;
    private final VBox dropZone = new VBox(12);
    private final VBox places = new VBox();
    private final Button open;

    EmptyState(Desk desk, Commands commands) {
        this.desk = desk;
        this.texts = desk.texts();
        this.commands = commands;
        getStyleClass().add("empty-state");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        open = Buttons.withIcon(Feather.FOLDER, texts.get("empty.open"), commands::open);
        var column = new VBox(16, heading(), dropZone(), demo(), places);
        column.getStyleClass().add("empty-column");
        column.setAlignment(Pos.CENTER);
        setContent(new StackPane(column));
        places.getStyleClass().add("card-frame");
    }

    void show(DataDirectory directory) {
        places.getChildren().setAll(placesHeader());
        for (var place : directory.places()) {
            if (place.kind() != DataDirectory.Kind.SETTING || place.found().isPresent()) {
                places.getChildren().add(row(place));
            }
        }
        places.getChildren().getLast().getStyleClass().add("last");
    }

    Node firstFocus() {
        return open;
    }

    /** Tints the drop zone while a file hovers over the window. */
    void fileOver(boolean over) {
        dropZone.pseudoClassStateChanged(HOVERED, over);
    }

    private Node heading() {
        var icon = Icons.of(Feather.DATABASE, "plain", "huge");
        var tile = new StackPane(icon);
        tile.getStyleClass().add("empty-tile");
        var title = Labels.styled(texts.get("empty.title"), "counter");
        var lines =
                new VBox(2, Labels.muted(texts.get("empty.neverChanges")), Labels.muted(texts.get("empty.neverSends")));
        lines.setAlignment(Pos.CENTER);
        var box = new VBox(8, tile, title, lines);
        VBox.setMargin(title, new javafx.geometry.Insets(8, 0, 0, 0));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node dropZone() {
        open.getStyleClass().addAll("accent", "large-tool");
        open.setText(texts.get("empty.open"));
        var hint = Labels.styled(Shortcuts.shown("O"), "hint", "tiny");
        var label = new HBox(10, Labels.styled(texts.get("empty.open"), "on-accent"), hint);
        label.setAlignment(Pos.CENTER);
        var graphic = new HBox(7, Icons.of(Feather.FOLDER), label);
        graphic.setAlignment(Pos.CENTER);
        open.setGraphic(graphic);
        open.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        var file = new Text(texts.get("empty.drop.file"));
        file.getStyleClass().add("strong");
        var line = new TextFlow(
                new Text(texts.get("empty.drop.before") + " "), file, new Text(" " + texts.get("empty.drop.after")));
        line.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        dropZone.getStyleClass().add("drop-zone");
        dropZone.setAlignment(Pos.CENTER);
        dropZone.getChildren().addAll(Icons.of(Feather.UPLOAD, "large"), line, open);
        return dropZone;
    }

    private Node demo() {
        var words = new VBox(
                2,
                Labels.strong(texts.get("empty.demo.title")),
                Labels.paragraph(texts.get("empty.demo.text"), "muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        var explore = Buttons.text(texts.get("empty.demo.explore"), commands::exploreDemo);
        explore.getStyleClass().add("large-tool");
        var row = new HBox(14, Icons.of(Feather.COMPASS, "status-note", "large"), words, explore);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("card-frame", "empty-demo");
        return row;
    }

    private Node placesHeader() {
        var header = new HBox(
                Labels.strong(texts.get("empty.places.title")),
                Card.spring(),
                Buttons.link(texts.get("empty.places.again"), commands::openOwn),
                Labels.muted("·"),
                Buttons.link(texts.get("empty.places.choose"), commands::chooseDataDirectory));
        header.getStyleClass().addAll("ruled-row", "empty-place");
        header.setAlignment(Pos.CENTER_LEFT);
        header.setSpacing(8);
        return header;
    }

    private Node row(Place place) {
        var grid = new GridPane();
        grid.getStyleClass().addAll("ruled-row", "empty-place");
        for (int percent : new int[] {34, 49, 17}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(percent);
            grid.getColumnConstraints().add(column);
        }
        var found = place.found().map(path -> desk.paths().of(path.resolve("claude-mem.db")));
        grid.addRow(
                0,
                Labels.muted(texts.get("empty.place." + place.kind())),
                Labels.mono(found.orElseGet(() -> texts.get("empty.place.none." + place.kind()))),
                Labels.status(Status.NONE, texts.get(found.isPresent() ? "empty.notFound" : "empty.skipped")));
        grid.setAlignment(Pos.CENTER_LEFT);
        return grid;
    }
}
