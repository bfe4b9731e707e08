package app.recount.desktop.analyses;

import app.recount.analysis.FieldChange;
import app.recount.analysis.RunTool;
import app.recount.desktop.analyses.BackfillModel.Answer;
import app.recount.desktop.analyses.BackfillModel.Line;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.desktop.widget.Tables;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Fills in what past runs used: every change stands in a table before anything is stored, and each run can be left out. */
final class BackfillForm extends Form {

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");

    private final Texts texts;
    private final BackfillModel model;
    private final BackfillWork work;
    private final TableView<Line> table = new TableView<>();
    private final VBox content;

    BackfillForm(Desk desk, BackfillModel model, BackfillWork work) {
        this.texts = desk.texts();
        this.model = model;
        this.work = work;
        content = new VBox(12, Labels.paragraph(texts.get("analyses.backfill.text"), "muted"), question(), framed());
        content.getStyleClass().add("form-fields");
        work.begin();
    }

    private Node question() {
        var tools = Stream.concat(
                        Stream.of(Optional.<String>empty()),
                        Stream.of(RunTool.values())
                                .filter(RunTool::hasSessions)
                                .map(RunTool::word)
                                .map(Optional::of))
                .toList();
        var tool = new Choices<>(tools, word -> word.orElseGet(() -> texts.get("analyses.filter.any")), model.tool());
        var force = new CheckBox(texts.get("analyses.backfill.force"));
        force.selectedProperty().bindBidirectional(model.force());
        var row = new HBox(10, tool, day("from", model.from()), day("until", model.until()), force);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private TextField day(String key, StringProperty property) {
        var field = new TextField();
        field.setPromptText(texts.get("analyses.backfill." + key));
        field.setAccessibleText(texts.get("analyses.backfill." + key));
        field.setPrefWidth(120);
        field.textProperty().bindBidirectional(property);
        return field;
    }

    private Node framed() {
        Tables.dress(table);
        table.setId("changes");
        table.setAccessibleText(texts.get("analyses.backfill.title"));
        table.getColumns().add(run());
        table.getColumns()
                .add(text(
                        "field",
                        110,
                        line -> line.change().map(FieldChange::field).orElse("")));
        table.getColumns().add(text("before", 130, line -> value(line, FieldChange::before), "figure"));
        table.getColumns().add(text("after", 130, line -> value(line, FieldChange::after), "figure"));
        table.getColumns()
                .add(text(
                        "session",
                        100,
                        line -> Optional.ofNullable(line.entry().session())
                                .map(id -> Figures.shortened(id, 8, 0))
                                .orElse(""),
                        "mono"));
        table.getColumns()
                .add(text("reason", 220, line -> texts.say(line.entry().reason())));
        table.getColumns().forEach(column -> column.setSortable(false));
        table.setPrefHeight(300);
        model.answer().subscribe(answer -> {
            table.getItems().setAll(model.lines());
            table.setPlaceholder(placeholder(answer));
        });
        model.chosen().subscribe(chosen -> table.refresh());
        var frame = new VBox(table);
        frame.getStyleClass().add("card-frame");
        return frame;
    }

    private Label placeholder(Answer answer) {
        return switch (answer) {
            case Answer.NoDay _ -> Labels.muted(texts.get("analyses.backfill.no-day"));
            case Answer.Working _ -> Labels.muted(texts.get("analyses.backfill.planning"));
            case Answer.Planned _ -> Labels.muted(texts.get("analyses.backfill.nothing"));
            case Answer.Failed _ -> Labels.withIcon(Icons.of(Status.FAILURE), texts.get("analyses.backfill.failed"));
        };
    }

    private String value(Line line, Function<FieldChange, @Nullable String> side) {
        return line.change()
                .map(change -> Optional.ofNullable(side.apply(change))
                        .map(BackfillForm::readable)
                        .orElseGet(() -> texts.get("analyses.unknown")))
                .orElse("");
    }

    /** Counts are grouped; anything else stands as it is. */
    private static String readable(String value) {
        return COUNT.matcher(value).matches() ? Figures.of(Long.parseLong(value)) : value;
    }

    private TableColumn<Line, String> text(String id, double width, Function<Line, String> value, String... styles) {
        var column = Tables.text(id, texts.get("analyses.backfill.column." + id), value, styles);
        column.setMinWidth(70);
        column.setPrefWidth(width);
        return column;
    }

    private TableColumn<Line, Line> run() {
        var column = new TableColumn<Line, Line>(texts.get("analyses.backfill.column.run"));
        column.setId("run");
        column.setMinWidth(150);
        column.setPrefWidth(176);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(each -> new RunChoiceCell());
        return column;
    }

    @Override
    Node content() {
        return content;
    }

    @Override
    Node firstFocus() {
        return table;
    }

    @Override
    ObservableValue<Boolean> valid() {
        return model.chosen().map(chosen -> !chosen.isEmpty());
    }

    @Override
    ObservableValue<String> hint() {
        return Bindings.createStringBinding(this::said, model.answer(), model.chosen());
    }

    private String said() {
        return switch (model.answer().get()) {
            case Answer.NoDay _ -> texts.get("analyses.backfill.no-day");
            case Answer.Working _ -> texts.get("analyses.backfill.planning");
            case Answer.Planned planned ->
                texts.get(
                        "analyses.backfill.chosen",
                        model.chosen().get().size(),
                        planned.plan().skipped());
            case Answer.Failed failed -> texts.say(failed.problem().sentences());
        };
    }

    @Override
    void submit(Runnable done, Consumer<Problem> failed) {
        model.wanted().ifPresent(wanted -> work.apply(wanted, done, failed));
    }

    /** The run's id with a box that says whether it is wanted; on the first of its lines only. */
    private final class RunChoiceCell extends TableCell<Line, Line> {

        private final CheckBox box = new CheckBox();

        RunChoiceCell() {
            box.setOnAction(event -> model.choose(getItem().entry().run().id(), box.isSelected()));
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (line == null || empty || !line.first()) {
                setGraphic(null);
                return;
            }
            box.setText(line.entry().run().id());
            box.setSelected(model.chosen().get().contains(line.entry().run().id()));
            box.setDisable(line.change().isEmpty());
            setGraphic(box);
        }
    }
}
