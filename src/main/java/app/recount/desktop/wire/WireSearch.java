package app.recount.desktop.wire;

import app.recount.desktop.shell.Shortcuts;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.FilterField;
import app.recount.desktop.widget.Labels;
import app.recount.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** Finds text in the bytes while one types; Enter goes to the next place, Shift+Enter to the one before. */
public final class WireSearch extends HBox {

    /** More places than anybody walks through; the count then says “or more”. */
    private static final int ENOUGH = 10_000;

    private final Texts texts;
    private final WireLines lines;
    private final WireView view;
    private final FilterField field;
    private final Label count = Labels.styled("", "muted", "small");
    private int[] places = {};
    private int at;

    public WireSearch(WireLines lines, WireView view, Texts texts) {
        super(8);
        this.texts = texts;
        this.lines = lines;
        this.view = view;
        this.field = new FilterField(texts.get("review.payload.search"), Shortcuts.shown("F"));
        setAlignment(Pos.CENTER_LEFT);
        count.setMinWidth(Label.USE_PREF_SIZE);
        field.textProperty().subscribe((before, now) -> search(now));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(event.isShiftDown() ? -1 : 1);
                event.consume();
            }
        });
        getChildren()
                .addAll(
                        count,
                        field,
                        Buttons.icon(Feather.CHEVRON_UP, texts.get("review.payload.previous"), () -> go(-1)),
                        Buttons.icon(Feather.CHEVRON_DOWN, texts.get("review.payload.next"), () -> go(1)));
    }

    public void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    private void search(String text) {
        places = lines.find(text, ENOUGH);
        at = 0;
        if (places.length > 0) {
            view.reveal(places[0]);
        } else {
            view.unmark();
        }
        say();
    }

    private void go(int step) {
        if (places.length > 0) {
            at = Math.floorMod(at + step, places.length);
            view.reveal(places[at]);
            say();
        }
    }

    private void say() {
        if (field.getText().isEmpty()) {
            count.setText("");
        } else if (places.length == 0) {
            count.setText(texts.get("review.payload.no-match"));
        } else {
            var key = places.length == ENOUGH ? "review.payload.matches.many" : "review.payload.matches";
            count.setText(texts.get(key, Figures.of(at + 1L), Figures.of(places.length)));
        }
    }
}
