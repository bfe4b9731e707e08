package app.recount.desktop.widget;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/** Shows bytes with their offsets in the gutter and one line marked; only the lines in sight exist as nodes. */
public final class WireView extends ListView<WireLine> {

    private static final double CHARACTER = 7;
    private static final double INDENT = 14;

    private final ObservableList<WireLine> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<String>> marked = new SimpleObjectProperty<>(Optional.empty());
    private Consumer<String> onChoose = path -> {};
    private double gutter;

    public WireView() {
        getStyleClass().add("wire-view");
        setItems(lines);
        setCellFactory(view -> new LineCell());
        marked.subscribe(path -> {
            refresh();
            path.ifPresent(this::scrollToPath);
        });
    }

    public void show(List<WireLine> now) {
        gutter = 14
                + CHARACTER
                        * (now.isEmpty()
                                ? 1
                                : Figures.of(now.getLast().offset()).length());
        lines.setAll(now);
        marked.get().ifPresent(this::scrollToPath);
    }

    /** The path whose line is marked. */
    public ObjectProperty<Optional<String>> markedProperty() {
        return marked;
    }

    /** Told the path of a line that is clicked. */
    public void onChoose(Consumer<String> listener) {
        onChoose = listener;
    }

    private void scrollToPath(String path) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).path().filter(path::equals).isPresent()) {
                scrollTo(Math.max(0, i - 4));
                return;
            }
        }
    }

    private final class LineCell extends ListCell<WireLine> {

        private final LineRow row = new LineRow();

        LineCell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
                if (getItem() != null) {
                    getItem().path().ifPresent(onChoose);
                }
            });
        }

        @Override
        protected void updateItem(WireLine line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().remove("marked");
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            row.show(line);
            setGraphic(row);
            setAccessibleText(line.text());
            if (line.path().isPresent() && line.path().equals(marked.get())) {
                getStyleClass().add("marked");
            }
        }
    }

    /** Offset, then the tokens one after the other; a layout of its own, because there are many of them. */
    private final class LineRow extends Pane {

        private final Text offset = new Text();
        private int indent;

        LineRow() {
            offset.getStyleClass().add("offset");
        }

        void show(WireLine line) {
            indent = line.indent();
            offset.setText(Figures.of(line.offset()));
            getChildren().setAll(offset);
            for (var token : line.tokens()) {
                var text = new Text(token.text());
                text.getStyleClass().addAll("wire", token.kind().name().toLowerCase(Locale.ROOT));
                getChildren().add(text);
            }
        }

        @Override
        protected void layoutChildren() {
            double middle = getHeight() / 2;
            double width = offset.getLayoutBounds().getWidth();
            offset.relocate(gutter - width, middle - offset.getLayoutBounds().getHeight() / 2);
            double x = gutter + 10 + indent * INDENT;
            for (var node : getChildren().subList(1, getChildren().size())) {
                node.relocate(x, middle - node.getLayoutBounds().getHeight() / 2);
                x += node.getLayoutBounds().getWidth();
            }
        }

        @Override
        protected double computePrefHeight(double width) {
            return offset.getLayoutBounds().getHeight();
        }

        @Override
        protected double computePrefWidth(double height) {
            double width = gutter + 24 + indent * INDENT;
            for (var node : getChildren().subList(1, getChildren().size())) {
                width += node.getLayoutBounds().getWidth();
            }
            return width;
        }
    }
}
