package app.recount.desktop.shell;

import app.recount.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/**
 * Shows what would be done and asks before it is, or only says something at length. No button is a default, and the keyboard begins at
 * the one that does nothing, so that a key pressed once too often decides nothing.
 */
public final class Question {

    private final Texts texts;
    private final Dialog<ButtonType> dialog = new Dialog<>();

    /**
     * A dialog that is not shown yet.
     *
     * @param width of the dialog, if there is room for it
     */
    public Question(Texts texts, Window owner, String title, Node content, double width) {
        this.texts = texts;
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        Look.follow(pane.getScene(), owner.getScene());
        pane.setContent(content);
        pane.setPrefWidth(width);
        pane.getStyleClass().add("question");
    }

    /**
     * Asks, and does it only if told so.
     *
     * @param confirm the name of what is done
     */
    public void ask(String confirm, Runnable action) {
        var yes = new ButtonType(confirm, ButtonData.OTHER);
        dialog.resultProperty().subscribe(result -> {
            if (yes.equals(result)) {
                action.run();
            }
        });
        show(List.of(yes), "shell.cancel");
    }

    /** Shows it where there is nothing to decide. */
    public void tell() {
        show(List.of(), "shell.close");
    }

    private void show(List<ButtonType> more, String leave) {
        var cancel = new ButtonType(texts.get(leave), ButtonData.CANCEL_CLOSE);
        var types = Stream.concat(more.stream(), Stream.of(cancel)).toList();
        dialog.getDialogPane().getButtonTypes().setAll(types);
        types.stream().map(this::button).forEach(button -> {
            button.setDefaultButton(false);
            button.getStyleClass().add("tool");
        });
        dialog.setOnShown(event -> button(cancel).requestFocus());
        dialog.show();
    }

    private Button button(ButtonType type) {
        return (Button) dialog.getDialogPane().lookupButton(type);
    }
}
