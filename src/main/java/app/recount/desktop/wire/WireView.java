package app.recount.desktop.wire;

import app.recount.desktop.widget.Figures;
import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.IntConsumer;
import javafx.collections.FXCollections;
import javafx.scene.control.ListView;

/** The lines of a body with their offsets at the left. Only the lines in sight exist as nodes. */
public final class WireView extends ListView<Integer> {

    private static final double LINE_HEIGHT = 18;

    private final WireLines lines;
    private final boolean coloured;
    private int marked = -1;
    private IntConsumer onChoose = line -> {};

    /**
     * @param coloured whether keys, texts and numbers have colours of their own; only sensible for painted lines
     * @param name what a screen reader says of the whole
     */
    public WireView(WireLines lines, boolean coloured, String name) {
        this.lines = lines;
        this.coloured = coloured;
        getStyleClass().add("wire-view");
        setFixedCellSize(LINE_HEIGHT);
        setAccessibleText(name);
        setItems(FXCollections.observableList(new LineNumbers(lines.count())));
        setCellFactory(list -> new WireCell(this));
    }

    /** Marks the line in which the byte at {@code offset} stands, and brings it into sight. */
    public void reveal(int offset) {
        marked = lines.lineAt(offset);
        scrollTo(Math.max(0, marked - 4));
        getSelectionModel().select(marked);
        refresh();
    }

    public void unmark() {
        marked = -1;
        refresh();
    }

    /** Tells which line was clicked. */
    public void onChoose(IntConsumer listener) {
        onChoose = listener;
    }

    void chosen(int line) {
        onChoose.accept(line);
    }

    WireLines lines() {
        return lines;
    }

    boolean isColoured() {
        return coloured;
    }

    boolean isMarked(int line) {
        return line == marked;
    }

    /** Wide enough for the largest offset. */
    int offsetDigits() {
        return Figures.of(lines.size()).length();
    }

    /** 0, 1, 2 … without a list of them. */
    private static final class LineNumbers extends AbstractList<Integer> implements RandomAccess {

        private final int count;

        LineNumbers(int count) {
            this.count = count;
        }

        @Override
        public Integer get(int index) {
            return index;
        }

        @Override
        public int size() {
            return count;
        }
    }
}
