package app.recount.desktop.help;

import app.recount.desktop.help.Block.Code;
import app.recount.desktop.help.Block.Heading;
import app.recount.desktop.help.Block.Item;
import app.recount.desktop.help.Block.Paragraph;
import app.recount.desktop.help.Block.Picture;
import app.recount.desktop.help.Block.Table;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Prose;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A chapter on its page, as wide as there is room and no wider than is good to read. */
final class ChapterView extends VBox {

    private static final double INDENT = 18;
    private static final double MARKER = 16;

    private final Function<String, Optional<Runnable>> links;
    private final Function<String, Optional<URL>> pictures;
    private final List<MarkedFlow> flows = new ArrayList<>();
    private final List<Node> passages = new ArrayList<>();

    /**
     * Draws it.
     *
     * @param links what following a link does; empty for what leads out of the program, which is only named
     * @param pictures where a picture is
     */
    ChapterView(Chapter chapter, Function<String, Optional<Runnable>> links, Function<String, Optional<URL>> pictures) {
        super(10);
        this.links = links;
        this.pictures = pictures;
        getStyleClass().add("help-chapter");
        getChildren().add(passage(flow(Prose.piece(chapter.title(), "title"))));
        chapter.blocks().stream().map(this::node).forEach(getChildren()::add);
    }

    void mark(SearchWords words) {
        flows.forEach(flow -> flow.mark(words));
    }

    /** How far below the top a passage begins, counted as {@link Passages} does. */
    double top(int passage) {
        var node = passages.get(passage);
        return sceneToLocal(node.localToScene(0, 0)).getY();
    }

    private <N extends Node> N passage(N node) {
        passages.add(node);
        return node;
    }

    private Node node(Block block) {
        return switch (block) {
            case Heading(var pieces) -> passage(styled(flow(pieces), "help-heading"));
            case Paragraph(var pieces) -> passage(flow(pieces));
            case Item item -> item(item);
            case Code(var text) -> code(text);
            case Table table -> table(table);
            case Picture picture -> picture(picture);
        };
    }

    private MarkedFlow flow(List<Piece> pieces) {
        return flow(pieces.stream().map(this::node).toArray(Node[]::new));
    }

    private MarkedFlow flow(Node... pieces) {
        var flow = new MarkedFlow(List.of(pieces));
        flows.add(flow);
        return flow;
    }

    private Node node(Piece piece) {
        return switch (piece.kind()) {
            case PLAIN -> Prose.piece(piece.text());
            case STRONG -> Prose.strong(piece.text());
            case EMPHASIS -> Prose.piece(piece.text(), "emphasis");
            case CODE -> Prose.piece(piece.text(), "mono");
            case LINK ->
                links.apply(piece.target())
                        .map(follow -> link(piece.text(), follow))
                        .orElseGet(() -> Prose.piece(piece.shown()));
        };
    }

    private static Node link(String text, Runnable follow) {
        var link = new Hyperlink(text);
        link.setOnAction(event -> follow.run());
        return link;
    }

    private Node item(Item item) {
        var marker = Labels.plain(item.marker());
        marker.setMinWidth(MARKER);
        var words = flow(item.pieces());
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(4, marker, words);
        row.setStyle("-fx-padding: 0 0 0 %.0fpx".formatted(item.depth() * INDENT));
        return passage(row);
    }

    private Node code(String text) {
        var frame = styled(new StackPane(flow(Prose.piece(text, "mono"))), "help-code");
        text.lines().forEach(line -> passage(frame));
        return frame;
    }

    private Node table(Table table) {
        var grid = new GridPane();
        for (double percentage : ColumnWidths.of(table)) {
            var width = new ColumnConstraints();
            width.setPercentWidth(percentage);
            grid.getColumnConstraints().add(width);
        }
        var rows = table.rows();
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                var cell = new StackPane(flow(rows.get(row).get(column)));
                cell.getStyleClass().add(row == 0 ? "help-column" : "help-cell");
                GridPane.setValignment(cell, VPos.TOP);
                grid.add(cell, column, row);
                if (column == 0) {
                    passage(cell);
                }
            }
        }
        return styled(grid, "help-table");
    }

    private Node picture(Picture picture) {
        var frame = new StackPane();
        pictures.apply(picture.file()).ifPresent(file -> {
            var image = new Image(file.toExternalForm());
            var view = new ImageView(image);
            view.setPreserveRatio(true);
            view.setSmooth(true);
            view.setAccessibleText(picture.description());
            view.fitWidthProperty()
                    .bind(widthProperty()
                            .subtract(PADDING)
                            .map(room -> Math.min(room.doubleValue(), image.getWidth())));
            frame.getChildren().add(view);
        });
        frame.setMinWidth(0);
        var description = passage(flow(Prose.piece(picture.description(), "muted", "small")));
        return new VBox(4, styled(frame, "help-picture"), description);
    }

    /** At both sides of the page, and the picture's own line. */
    private static final double PADDING = 50;

    private static <N extends Node> N styled(N node, String style) {
        node.getStyleClass().add(style);
        return node;
    }
}
