package app.recount.desktop.activity;

import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.ScrollKeys;
import app.recount.memory.MemorySchema.Kind;
import app.recount.text.Texts;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the database has and nobody gets: columns that are never read, texts that are only measured, keys that were dropped. */
final class WithheldView extends ScrollPane {

    private final Texts texts;
    private final VBox column = new VBox();

    WithheldView(ObservableValue<Optional<Withheld>> withheld, Texts texts) {
        this.texts = texts;
        getStyleClass().add("withheld");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(column);
        ScrollKeys.scroll(this, texts.get("activity.peer.WITHHELD"));
        withheld.subscribe(this::show);
    }

    private void show(Optional<Withheld> withheld) {
        column.getChildren().clear();
        withheld.ifPresent(now -> {
            column.getChildren().add(intro());
            now.never().forEach(group -> column.getChildren().add(group(group)));
            column.getChildren()
                    .add(section(
                            Feather.SCISSORS,
                            texts.get("activity.withheld.measured"),
                            texts.get("activity.withheld.measuredNote"),
                            now.measured()));
            column.getChildren().add(read(now));
            column.getChildren()
                    .add(section(
                            Feather.FILTER,
                            texts.get("activity.withheld.dropped"),
                            now.droppedKeys().isEmpty()
                                    ? texts.get("activity.withheld.noneDropped")
                                    : texts.get("activity.withheld.droppedNote"),
                            now.droppedKeys()));
        });
    }

    private Node intro() {
        var words = Labels.paragraph(texts.get("activity.withheld.intro"), "muted");
        var box = new VBox(words);
        box.getStyleClass().add("withheld-section");
        return box;
    }

    private Node group(Withheld.Group group) {
        var note = group.kind() == Kind.TABLE ? "" : texts.get("activity.withheld.kind." + group.kind());
        return section(Feather.EYE_OFF, group.relation(), note, group.columns());
    }

    /** The other side: small, at the end, but there. */
    private Node read(Withheld now) {
        return section(
                Feather.EYE,
                texts.get("activity.withheld.read"),
                texts.get("activity.withheld.readNote"),
                now.read().stream()
                        .flatMap(group -> group.columns().stream().map(name -> group.relation() + "." + name))
                        .toList());
    }

    private static Node section(Feather icon, String title, String note, java.util.List<String> names) {
        var head = new HBox(8, Icons.of(icon), Labels.strong(title), Card.spring());
        head.setAlignment(Pos.CENTER_LEFT);
        if (!names.isEmpty()) {
            head.getChildren().add(Labels.styled(String.valueOf(names.size()), "muted", "small"));
        }
        var box = new VBox(4, head);
        if (!note.isEmpty()) {
            box.getChildren().add(Labels.paragraph(note, "muted", "small"));
        }
        var flow = new FlowPane(12, 2);
        names.forEach(name -> flow.getChildren().add(Labels.mono(name)));
        if (!names.isEmpty()) {
            box.getChildren().add(flow);
        }
        box.getStyleClass().addAll("withheld-section", "ruled-row");
        return box;
    }
}
