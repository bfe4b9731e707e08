package app.recount.desktop.activity;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Facts;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.memory.Explanation;
import app.recount.memory.Explanation.TableRows;
import app.recount.memory.Explanation.ValueQuery;
import app.recount.memory.RollupMetric;
import app.recount.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** How one value was counted: from which rows, which were left out and why, and the queries to count it again. */
final class ExplanationPane extends VBox {

    /** A query is longer than the pane is high; it scrolls by itself. */
    private static final int QUERY_ROWS = 12;

    private final Desk desk;
    private final Texts texts;
    private final Explanation explanation;
    private final Button back;

    /** @param close leads back to the fields */
    ExplanationPane(Desk desk, Explanation explanation, Runnable close) {
        this.desk = desk;
        this.texts = desk.texts();
        this.explanation = explanation;
        this.back = Buttons.quiet(Feather.X, texts.get("activity.explain.close"), close);
        getStyleClass().add("explanation");
        var parts = new ArrayList<Node>();
        explanation.recount().ifPresent(again -> parts.add(recount(again)));
        explanation.tables().forEach(rows -> parts.add(rows(rows)));
        explanation.queries().forEach(query -> parts.add(query(query)));
        explanation.rule().ifPresent(rule -> parts.add(section(List.of(Labels.paragraph(texts.say(rule), "muted")))));
        // the head stays, so that the way back is always in sight
        getChildren().addAll(head(), scrolling(new VBox(parts.toArray(Node[]::new))));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            }
        });
    }

    Node firstFocus() {
        return back;
    }

    private static Node scrolling(Node content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Node head() {
        var key = Labels.whole(Labels.styled(explanation.key(), "mono", "bold-mono"));
        key.setMinWidth(0);
        var value = Labels.styled(explanation.value().map(this::shown).orElse(""), "detail-figure");
        back.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(12, key, Card.spring(), back);
        head.setAlignment(Pos.CENTER_LEFT);
        return section(List.of(head, value, Labels.paragraph(texts.say(explanation.meaning()))));
    }

    private String shown(String value) {
        return RollupMetric.byKey(explanation.key()).isPresent() ? Figures.of(new BigDecimal(value)) : value;
    }

    private Node recount(Explanation.Recount again) {
        var line = Labels.paragraph(texts.get(
                again.agrees() ? "activity.explain.agrees" : "activity.explain.differs", shown(again.value())));
        line.setGraphic(Icons.of(again.agrees() ? Status.GOOD : Status.CAUTION));
        return section(List.of(line));
    }

    private Node rows(TableRows rows) {
        var head = new HBox(
                8,
                Labels.mono(rows.table().place()),
                Card.spring(),
                Labels.plain(texts.get("activity.explain.rows", Figures.of(rows.counted()), Figures.of(rows.all()))));
        head.setAlignment(Pos.BASELINE_LEFT);
        var leftOut = new Facts();
        rows.leftOut()
                .forEach(part ->
                        leftOut.row(Figures.of(part.rows()), texts.get("activity.explain.reason." + part.reason())));
        return section(rows.leftOut().isEmpty() ? List.of(head) : List.of(head, leftOut));
    }

    private Node query(ValueQuery query) {
        var copy = Buttons.withIcon(
                Feather.COPY,
                texts.get("activity.explain.copy"),
                () -> desk.clipboard().accept(query.sql()));
        copy.setMinWidth(USE_PREF_SIZE);
        var title = Labels.paragraph(texts.get("activity.explain.query." + query.place()), "strong");
        var head = new HBox(8, title, Card.spring(), copy);
        head.setAlignment(Pos.CENTER_LEFT);
        var sql = new TextArea(query.sql().strip());
        sql.setEditable(false);
        sql.setPrefRowCount(QUERY_ROWS);
        sql.getStyleClass().addAll("mono", "query");
        sql.setAccessibleText(texts.get("activity.explain.query." + query.place()));
        return section(List.of(head, sql));
    }

    private static Node section(List<Node> nodes) {
        var box = new VBox(6, nodes.toArray(Node[]::new));
        box.getStyleClass().addAll("withheld-section", "ruled-row");
        return box;
    }
}
