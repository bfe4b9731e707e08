package app.recount.desktop.receipts;

import app.recount.desktop.shell.Look;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Prose;
import app.recount.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** Says at length what can be done after sending, and what cannot. There is nothing to decide here. */
final class WithdrawDialog {

    private static final double WIDTH = 560;

    private static final List<Feather> ICONS = List.of(Feather.TRASH, Feather.BELL_OFF, Feather.HASH, Feather.MAIL);

    private WithdrawDialog() {}

    static void show(Texts texts, Window owner) {
        var close = new ButtonType(texts.get("receipts.withdraw.close"), ButtonBar.ButtonData.CANCEL_CLOSE);
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        Look.follow(dialog.getDialogPane().getScene(), owner.getScene());
        dialog.setTitle(texts.get("receipts.withdraw.title"));
        dialog.setHeaderText(texts.get("receipts.withdraw.header"));
        dialog.getDialogPane().setContent(content(texts));
        dialog.getDialogPane().getButtonTypes().setAll(close);
        dialog.getDialogPane().setPrefWidth(WIDTH);
        dialog.getDialogPane().getStyleClass().add("question");
        dialog.getDialogPane().lookupButton(close).getStyleClass().add("tool");
        ((Button) dialog.getDialogPane().lookupButton(close)).setDefaultButton(false);
        dialog.show();
    }

    /** The statements below each other, in the order of their keys. */
    static Node content(Texts texts) {
        var rows = new VBox();
        var icons = ICONS.iterator();
        texts.keysBelow("receipts.withdraw.statement.").forEach(key -> {
            var words = Prose.led(texts.get(key));
            HBox.setHgrow(words, Priority.ALWAYS);
            var row = new HBox(11, Icons.of(icons.next()), words);
            row.getStyleClass().addAll("ruled-row", "statement");
            rows.getChildren().add(row);
        });
        rows.getChildren().getLast().getStyleClass().add("last");
        return rows;
    }
}
