package app.recount.desktop.receipts;

import app.recount.desktop.shell.Question;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Prose;
import app.recount.text.Texts;
import java.util.List;
import javafx.scene.Node;
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
        new Question(texts, owner, texts.get("receipts.withdraw.header"), content(texts), WIDTH).tell();
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
