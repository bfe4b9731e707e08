package app.recount.desktop.activity;

import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Facts;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Prose;
import app.recount.desktop.widget.Status;
import app.recount.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The fields of the event, and below them what the selected one means and where it comes from. */
final class FieldsView extends VBox {

    /** Where both do not fit, the list gives way first, down to three fields, and then the explanation, down to this; both scroll. */
    private static final double LEAST = 96;

    private final Desk desk;
    private final ActivityModel model;
    private final ExplanationWork explanations;
    private final Texts texts;
    private final FieldFacts facts;
    private final ListView<FieldFact> list = new ListView<>();
    private final VBox details = new VBox(6);
    private final ScrollPane scrolled = new ScrollPane(details);
    private boolean following;

    FieldsView(Desk desk, ActivityModel model, ExplanationWork explanations) {
        this.desk = desk;
        this.model = model;
        this.explanations = explanations;
        this.texts = desk.texts();
        this.facts = new FieldFacts(texts);
        getStyleClass().add("fields");
        list.getStyleClass().add("field-list");
        list.setFixedCellSize(24);
        list.setMinHeight(72);
        list.setAccessibleText(texts.get("activity.peer.FIELDS"));
        list.setCellFactory(view -> new FieldCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        details.getStyleClass().add("field-details");
        scrolled.getStyleClass().add("field-scroll");
        scrolled.setFitToWidth(true);
        scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // its own, because the explanation's least height follows the present one
        setMinHeight(list.getMinHeight() + LEAST);
        scrolled.prefHeightProperty().bind(details.heightProperty());
        scrolled.minHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(details.getHeight(), Math.max(LEAST, getHeight() - list.getMinHeight())),
                        details.heightProperty(),
                        heightProperty()));
        scrolled.setAccessibleText(texts.get("activity.fields.details"));
        showFields();
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.event.subscribe(this::show);
        model.field.subscribe(field -> select());
        model.days.subscribe(days -> {
            if (list.getItems().isEmpty()) {
                select();
            }
        });
        list.heightProperty()
                .subscribe(
                        height -> Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                                .ifPresent(this::bringIntoSight));
    }

    private void showFields() {
        getChildren().setAll(list, scrolled);
    }

    /** In place of the fields, until it is closed or another field is chosen. */
    private void showHow(FieldFact fact) {
        var asked = model.event.get();
        asked.ifPresent(event -> explanations.explain(event, fact.key(), explanation -> {
            boolean still = model.event.get().equals(asked)
                    && model.field.get().filter(fact.path()::equals).isPresent();
            if (still) {
                var pane = new ExplanationPane(desk, explanation, this::backToFields);
                VBox.setVgrow(pane, Priority.ALWAYS);
                getChildren().setAll(pane);
                pane.firstFocus().requestFocus();
            }
        }));
    }

    private void backToFields() {
        showFields();
        list.requestFocus();
    }

    private void show(Optional<EventRow> event) {
        following = true;
        list.getItems().setAll(event.map(facts::of).orElse(List.of()));
        following = false;
        select();
    }

    private void chosen(FieldFact fact) {
        if (fact != null && !following) {
            model.field.set(Optional.of(fact.path()));
        }
    }

    private void select() {
        var chosen = list.getItems().stream()
                .filter(fact -> model.field.get().filter(fact.path()::equals).isPresent())
                .findFirst();
        following = true;
        chosen.ifPresentOrElse(fact -> list.getSelectionModel().select(fact), list.getSelectionModel()::clearSelection);
        following = false;
        chosen.ifPresent(this::bringIntoSight);
        showFields();
        details.getChildren().setAll(chosen.map(this::explain).orElseGet(this::choose));
    }

    private void bringIntoSight(FieldFact fact) {
        int inSight = (int) (list.getHeight() / list.getFixedCellSize());
        int at = list.getItems().indexOf(fact);
        var first = list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                ? flow.getFirstVisibleCell().getIndex()
                : 0;
        if (at < first || at >= first + inSight - 1) {
            list.scrollTo(Math.max(0, at - inSight + 3));
        }
    }

    private List<Node> choose() {
        return List.of(Labels.paragraph(
                texts.get(
                        !list.getItems().isEmpty()
                                ? "activity.fields.choose"
                                : model.days.get().isEmpty() ? "activity.fields.noDay" : "activity.fields.noEvent"),
                "muted"));
    }

    private List<Node> explain(FieldFact fact) {
        var value = Labels.styled(fact.value(), fact.figure() ? "detail-figure" : "mono");
        value.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        var key = Labels.styled(fact.key(), "mono", "bold-mono");
        key.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(12, key, Card.spring(), value);
        head.setAlignment(Pos.CENTER_LEFT);
        var rows = new Facts();
        fact.formula().ifPresent(formula -> rows.mono(texts.get("activity.fields.formula"), formula));
        if (!fact.from().isEmpty()) {
            rows.row(texts.get("activity.fields.from"), origins(fact.from()));
        }
        fact.rows().ifPresent(counted -> rows.row(texts.get("activity.fields.rows"), counted(counted, fact.caution())));
        var nodes = new ArrayList<Node>(List.of(
                head,
                fact.meaning().isEmpty()
                        ? Labels.paragraph(texts.get("activity.fields.unknown"), "muted")
                        : Labels.paragraph(fact.meaning()),
                rows));
        if (fact.isCounted()) {
            var how = Buttons.link(texts.get("activity.fields.how"), () -> showHow(fact));
            how.getStyleClass().add("small");
            nodes.add(how);
        }
        return nodes;
    }

    private static Node origins(List<FieldFact.Origin> origins) {
        var box = new VBox(3);
        for (var origin : origins) {
            var name = Prose.piece(origin.name(), "mono");
            box.getChildren()
                    .add(origin.note()
                            .map(note -> Prose.of(name, Prose.muted(" (" + note + ")")))
                            .orElseGet(() -> Prose.of(name)));
        }
        return box;
    }

    private static Node counted(String rows, Optional<String> caution) {
        var box = new VBox(3, Labels.paragraph(rows));
        caution.ifPresent(words -> {
            var line = Labels.paragraph(words);
            line.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, Status.CAUTION));
            box.getChildren().add(line);
        });
        return box;
    }

    private static final class FieldCell extends ListCell<FieldFact> {

        private final Label key = Labels.mono("");
        private final Label value = new Label();
        private final HBox row = new HBox(12, key, Card.spring(), value);

        FieldCell() {
            row.setAlignment(Pos.CENTER_LEFT);
            key.setMinWidth(USE_PREF_SIZE);
            Labels.tellWhole(value, this);
            value.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
            setPrefWidth(0);
            setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(FieldFact fact, boolean empty) {
            super.updateItem(fact, empty);
            if (empty || fact == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            key.setText(fact.key());
            value.setText(fact.value());
            setGraphic(row);
            setAccessibleText(fact.key() + ": " + fact.value());
        }
    }
}
