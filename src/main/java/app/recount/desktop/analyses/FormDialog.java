package app.recount.desktop.analyses;

import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/**
 * A form with its hint and its two buttons below. Enter confirms, but only what is valid; Escape gives up. A step that was confirmed goes
 * on without the dialog.
 */
final class FormDialog extends BorderPane {

    /** What is rounded on the way; a pixel too few would bring a scroll bar. */
    private static final double SLACK = 2;

    private final Texts texts;
    private final Form form;
    private final Runnable close;
    private final Consumer<Problem> unseen;
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Label hint = Labels.muted("");
    private final Button confirm;
    private final ScrollPane scroll;
    private final HBox bar;

    /** Kept, because a binding that nobody holds falls silent. */
    private final ObservableValue<String> words;

    private final ObservableValue<Boolean> valid;

    /**
     * A dialog's content.
     *
     * @param confirm what the button is called that does it
     * @param close takes the dialog away
     * @param unseen is told what went wrong after the dialog was closed
     */
    FormDialog(Texts texts, Form form, String confirm, Runnable close, Consumer<Problem> unseen) {
        this.texts = texts;
        this.form = form;
        this.words = form.hint();
        this.valid = form.valid();
        this.close = close;
        this.unseen = unseen;
        getStyleClass().add("form-dialog");
        this.confirm = button(confirm, this::submit);
        this.confirm.setDefaultButton(true);
        this.confirm.getStyleClass().add("confirm");
        this.confirm.setId("confirm");
        var cancel = button(texts.get("shell.cancel"), close);
        cancel.setCancelButton(true);
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        bar = new HBox(8, hint, Card.spring(), cancel, this.confirm);
        bar.getStyleClass().add("form-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        scroll = new ScrollPane(form.content());
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        setCenter(scroll);
        setBottom(bar);
        valid.subscribe(now -> enable());
        busy.subscribe(now -> enable());
        // what the form has to say of another entry takes the place of what went wrong with the one before
        words.subscribe(now -> say(Optional.empty()));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }

    /** How high it wants to be as wide as it is, so that nothing has to be scrolled to. */
    double wantedHeight() {
        var frame = scroll.getInsets();
        return form.content().getLayoutBounds().getHeight()
                + frame.getTop()
                + frame.getBottom()
                + bar.prefHeight(getWidth())
                + SLACK;
    }

    private static Button button(String text, Runnable action) {
        var button = new Button(text);
        button.getStyleClass().addAll("tool", "form-button");
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void enable() {
        confirm.setDisable(busy.get() || !valid.getValue());
    }

    private void submit() {
        if (confirm.isDisabled()) {
            return;
        }
        busy.set(true);
        say(Optional.empty());
        form.submit(close, this::failed);
    }

    private void failed(Problem why) {
        busy.set(false);
        if (isSeen()) {
            say(Optional.of(why));
        } else {
            unseen.accept(why);
        }
    }

    private boolean isSeen() {
        return getScene() != null
                && getScene().getWindow() != null
                && getScene().getWindow().isShowing();
    }

    private void say(Optional<Problem> problem) {
        hint.setGraphic(Icons.of(problem.isPresent() ? Status.FAILURE : Status.NOTE));
        hint.setText(problem.map(Problem::sentences).map(texts::say).orElseGet(() -> words.getValue()));
        confirm.setAccessibleHelp(hint.getText());
        hint.setVisible(!hint.getText().isEmpty());
    }
}
