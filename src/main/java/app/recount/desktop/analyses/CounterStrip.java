package app.recount.desktop.analyses;

import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The big counters side by side. Figures are replaced, never animated. */
final class CounterStrip extends VBox {

    /** Below this width they stand in two lines. */
    private static final double NARROW = 700;

    private static final int COUNTERS = 6;

    private final List<Cell> cells = new ArrayList<>();

    CounterStrip(RunsModel model, Texts texts) {
        getStyleClass().addAll("card-frame", "counters");
        for (int i = 0; i < COUNTERS; i++) {
            var cell = new Cell();
            HBox.setHgrow(cell, Priority.ALWAYS);
            cells.add(cell);
        }
        arrange(false);
        widthProperty().subscribe((before, now) -> {
            boolean narrow = now.doubleValue() < NARROW;
            if (narrow != (getChildren().size() > 1)) {
                arrange(narrow);
            }
        });
        Runnable show =
                () -> model.shown().get().ifPresent(run -> show(CounterWords.of(run, model.lastMinute(run), texts)));
        model.shown().subscribe(run -> show.run());
        model.now().subscribe(now -> show.run());
    }

    private void arrange(boolean narrow) {
        getChildren().clear();
        int half = COUNTERS / 2;
        if (narrow) {
            getChildren().addAll(line(cells.subList(0, half)), line(cells.subList(half, COUNTERS)));
            getChildren().getFirst().getStyleClass().add("ruled-row");
        } else {
            getChildren().add(line(cells));
        }
        for (int i = 0; i < COUNTERS; i++) {
            boolean last = i == COUNTERS - 1 || (narrow && i == half - 1);
            cells.get(i).getStyleClass().remove("last");
            if (last) {
                cells.get(i).getStyleClass().add("last");
            }
            cells.get(i).setMinWidth(narrow ? 0 : USE_COMPUTED_SIZE);
            cells.get(i).setPrefWidth(narrow ? 200 : USE_COMPUTED_SIZE);
        }
    }

    private static HBox line(List<Cell> shown) {
        var line = new HBox();
        line.getStyleClass().add("counter-line");
        line.getChildren().addAll(shown);
        line.setFillHeight(true);
        return line;
    }

    private void show(List<CounterWords> counters) {
        for (int i = 0; i < COUNTERS; i++) {
            cells.get(i).show(counters.get(i));
        }
    }

    private static final class Cell extends VBox {

        private final Label name = Labels.styled("", "muted", "small");
        private final Label figure = Labels.counter("");
        private final Label note = Labels.styled("", "muted", "small");
        private final Tooltip whole = new Tooltip();

        Cell() {
            getStyleClass().add("counter-cell");
            setAlignment(Pos.CENTER_RIGHT);
            name.setMinWidth(USE_PREF_SIZE);
            figure.setMinWidth(USE_PREF_SIZE);
            note.setMinWidth(0);
            getChildren().addAll(name, figure, note);
            setFocusTraversable(false);
        }

        void show(CounterWords now) {
            name.setText(now.name());
            figure.setText(now.figure());
            figure.pseudoClassStateChanged(UNKNOWN, !now.known());
            note.setText(now.note());
            whole.setText(Labels.harmless(now.note()));
            note.setTooltip(now.note().isEmpty() ? null : whole);
            setAccessibleText(now.name() + " " + now.figure() + (now.note().isEmpty() ? "" : ", " + now.note()));
        }
    }

    private static final javafx.css.PseudoClass UNKNOWN = javafx.css.PseudoClass.getPseudoClass("unknown");
}
