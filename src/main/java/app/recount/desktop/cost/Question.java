package app.recount.desktop.cost;

import app.recount.desktop.shell.Look;
import app.recount.text.Texts;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/** Asks before something is done, and shows what exactly. No button is a default. */
final class Question {

    private static final double WIDTH = 780;

    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType cancel;

    Question(Texts texts, Window owner, String title, Node content) {
        cancel = new ButtonType(texts.get("shell.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.initOwner(owner);
        Look.follow(dialog.getDialogPane().getScene(), owner.getScene());
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.setResizable(true);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().setPrefWidth(WIDTH);
        dialog.getDialogPane().getStyleClass().addAll("question", "cost-question");
    }

    void ask(String confirm, Runnable action) {
        var yes = new ButtonType(confirm, ButtonBar.ButtonData.OTHER);
        show(List.of(yes));
        dialog.resultProperty().subscribe(result -> {
            if (yes.equals(result)) {
                action.run();
            }
        });
    }

    /** There is nothing to decide. */
    void tell() {
        show(List.of());
    }

    private void show(List<ButtonType> more) {
        var types = Stream.concat(more.stream(), Stream.of(cancel)).toList();
        dialog.getDialogPane().getButtonTypes().setAll(types);
        for (var type : types) {
            var button = (Button) dialog.getDialogPane().lookupButton(type);
            button.setDefaultButton(false);
            button.getStyleClass().add("tool");
        }
        dialog.show();
    }
}
