package app.recount.desktop.analyses;

import app.recount.analysis.RunTool;
import app.recount.desktop.analyses.SessionPick.Chosen;
import app.recount.desktop.analyses.SessionPick.Found;
import app.recount.desktop.analyses.SessionPick.Nothing;
import app.recount.desktop.analyses.SessionPick.Without;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Buttons;
import app.recount.desktop.widget.Card;
import app.recount.desktop.widget.Figures;
import app.recount.desktop.widget.Icons;
import app.recount.desktop.widget.Labels;
import app.recount.desktop.widget.Status;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.feather.Feather;

/** Starts a run. Where more than one session may be meant, nothing is chosen and the start waits for a choice. */
final class StartForm extends Form {

    private final Desk desk;
    private final Texts texts;
    private final StartModel model;
    private final StartWork work;
    private final RunSteps steps;
    private final TextField source = new TextField();
    private final Label known = Labels.styled("", "muted", "small");
    private final Label price = Labels.styled("", "muted", "small");
    private final Label verdict = Labels.paragraph("", "strong");
    private final Fields fields = new Fields();

    StartForm(Desk desk, StartModel model, StartWork work, RunSteps steps, Instant now) {
        this.desk = desk;
        this.texts = desk.texts();
        this.model = model;
        this.work = work;
        this.steps = steps;
        fields.row(texts.get("analyses.form.source"), source(), known)
                .row(texts.get("analyses.form.tool"), tool())
                .row(texts.get("analyses.form.model"), modelField())
                .row(texts.get("analyses.form.folder"), folder())
                .row(texts.get("analyses.form.session"), session(now))
                .row(texts.get("analyses.form.notes"), notes());
        work.begin();
    }

    private Node source() {
        source.setId("source");
        source.setPromptText(texts.get("analyses.form.source.prompt"));
        source.setAccessibleText(texts.get("analyses.form.source"));
        source.textProperty().bindBidirectional(model.source());
        TextFields.bindAutoCompletion(source, request -> model.known().suggestions(request.getUserText()))
                .prefWidthProperty()
                .bind(source.widthProperty());
        model.source().subscribe(typed -> known.setText(knownWords()));
        return new VBox(6, source, title());
    }

    /** Only a source that is not registered yet is asked for its title. */
    private TextField title() {
        var title = new TextField();
        title.setId("title");
        title.setPromptText(texts.get("analyses.form.title.prompt"));
        title.setAccessibleText(texts.get("analyses.form.title.prompt"));
        title.textProperty().bindBidirectional(model.title());
        model.source().subscribe(typed -> {
            boolean asked = !model.sourceId().isEmpty() && !model.isRegistered();
            title.setVisible(asked);
            title.setManaged(asked);
        });
        return title;
    }

    private String knownWords() {
        var id = model.sourceId();
        if (id.isEmpty()) {
            return texts.get("analyses.form.source.hint");
        }
        var past = model.known();
        return past.isKnown(id)
                ? texts.get("analyses.form.source.known", past.passes(id), Integer.toString(past.nextPass(id)))
                : texts.get("analyses.form.source.new");
    }

    private Node tool() {
        return new Choices<>(List.of(RunTool.values()), RunTool::word, model.tool());
    }

    private Node modelField() {
        var box = new ComboBox<String>();
        box.getStyleClass().add("form-combo");
        box.setEditable(true);
        box.getItems().setAll(model.known().models());
        box.setPrefWidth(240);
        box.setAccessibleText(texts.get("analyses.form.model"));
        box.setPromptText(texts.get("analyses.form.model.prompt"));
        box.getEditor().textProperty().bindBidirectional(model.model());
        model.model().subscribe(this::askPrice);
        var row = new HBox(8, box, price);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void askPrice(String name) {
        price.setText("");
        if (!name.isBlank()) {
            work.price(name.strip(), day -> {
                if (model.model().get().equals(name)) {
                    price.setText(day.map(date -> texts.get("analyses.form.price", date.toString()))
                            .orElseGet(() -> texts.get("analyses.form.price.none")));
                }
            });
        }
    }

    private Node folder() {
        var field = new TextField();
        field.setPromptText(texts.get("analyses.form.folder.prompt"));
        field.setAccessibleText(texts.get("analyses.form.folder"));
        field.textProperty().bindBidirectional(model.folder());
        HBox.setHgrow(field, Priority.ALWAYS);
        var choose = Buttons.icon(
                Feather.FOLDER,
                texts.get("analyses.form.folder.choose"),
                () -> desk.files()
                        .chooseFolder(texts.get("analyses.form.folder.choose"))
                        .ifPresent(chosen -> model.folder().set(chosen.toString())));
        return new HBox(6, field, choose);
    }

    private Node session(Instant now) {
        var table = new SessionTable(texts, model, now);
        var frame = new VBox(table);
        frame.getStyleClass().add("card-frame");
        var without = new RadioButton(texts.get("analyses.form.without"));
        without.setId("without");
        without.setOnAction(event -> model.choose(new Without()));
        var note = Labels.styled(texts.get("analyses.form.without.note"), "muted", "small");
        var reference = reference();
        var link = Buttons.link(texts.get("analyses.form.reference"), () -> {
            reference.setVisible(true);
            reference.setManaged(true);
            reference.getChildren().getFirst().requestFocus();
        });
        var below = new HBox(8, without, note, Card.spring(), link);
        below.setAlignment(Pos.CENTER_LEFT);
        model.pick().subscribe(pick -> without.setSelected(pick instanceof Without));
        model.found().subscribe(found -> {
            verdict.setGraphic(Icons.of(verdictStatus(found)));
            verdict.setText(verdict(found));
            boolean any = !model.candidates().isEmpty();
            frame.setVisible(any);
            frame.setManaged(any);
            link.setDisable(found instanceof Found.NoTool);
            reference.setDisable(found instanceof Found.NoTool);
        });
        return new VBox(8, verdict, frame, reference, below);
    }

    /** A field for an id or a path; looked for at Enter or with the button, and the start waits for that. */
    private HBox reference() {
        var field = new TextField();
        field.setPromptText(texts.get("analyses.form.reference.prompt"));
        field.setId("reference");
        field.setAccessibleText(texts.get("analyses.form.reference"));
        field.textProperty().bindBidirectional(model.reference());
        field.setOnAction(event -> model.lookUp());
        HBox.setHgrow(field, Priority.ALWAYS);
        var row = new HBox(6, field, Buttons.text(texts.get("analyses.form.reference.find"), model::lookUp));
        row.setVisible(false);
        row.setManaged(false);
        return row;
    }

    private static Status verdictStatus(Found found) {
        return switch (found) {
            case Found.One one -> Status.GOOD;
            case Found.Several several -> several.candidates().size() == 1 ? Status.GOOD : Status.CAUTION;
            case Found.Wrong wrong -> Status.FAILURE;
            case Found.Searching searching -> Status.OPEN;
            case Found.None none -> Status.NOTE;
            case Found.NoTool none -> Status.NOTE;
        };
    }

    private String verdict(Found found) {
        return switch (found) {
            case Found.One one -> texts.get("analyses.form.found.one", texts.get("analyses.rule." + one.rule()));
            case Found.Several several when several.candidates().size() == 1 -> texts.get("analyses.form.found.given");
            case Found.Several several ->
                texts.get("analyses.form.found.several", several.candidates().size());
            case Found.Wrong wrong -> texts.say(wrong.problem().message());
            case Found.Searching searching -> texts.get("analyses.form.found.searching");
            case Found.None none ->
                texts.get("analyses.form.found.none", model.tool().get().word());
            case Found.NoTool none ->
                texts.get("analyses.form.found.no-tool", model.tool().get().word());
        };
    }

    private Node notes() {
        var notes = new TextField();
        notes.setPromptText(texts.get("analyses.form.optional"));
        notes.textProperty().bindBidirectional(model.notes());
        return notes;
    }

    @Override
    Node content() {
        return fields;
    }

    @Override
    Node firstFocus() {
        return source;
    }

    @Override
    ObservableValue<Boolean> valid() {
        return model.missing().map(missing -> missing == StartModel.Missing.NOTHING);
    }

    @Override
    ObservableValue<String> hint() {
        return Bindings.createStringBinding(
                () -> model.missing().get() == StartModel.Missing.NOTHING
                        ? begins(model.pick().get())
                        : texts.get("analyses.form.missing." + model.missing().get()),
                model.missing(),
                model.pick());
    }

    private String begins(SessionPick pick) {
        return switch (pick) {
            case Chosen chosen ->
                chosen.session()
                        .tokensSoFar()
                        .map(tokens -> texts.get("analyses.form.begins", Figures.of(tokens)))
                        .orElseGet(() -> texts.get("analyses.form.begins.unknown"));
            case Without without -> texts.get("analyses.form.begins.without");
            case Nothing nothing -> "";
        };
    }

    @Override
    void submit(Runnable done, Consumer<Problem> failed) {
        steps.start(model.request(), model.newSource(), done, failed);
    }
}
