package app.recount.desktop.analyses;

import app.recount.analysis.RunStatus;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Ends a run: how it ended, what is noted, which claims and inputs it had. */
final class EndForm extends Form {

    private final Texts texts;
    private final EndModel model;
    private final RunSteps steps;
    private final TextArea notes = new TextArea();
    private final Choices<RunStatus> status;
    private final Fields fields = new Fields();

    EndForm(Texts texts, EndModel model, RunSteps steps) {
        this.texts = texts;
        this.model = model;
        this.steps = steps;
        status = new Choices<>(EndModel.STATUSES, ended -> texts.get("analyses.state." + ended.word()), model.status());
        notes.setPrefRowCount(3);
        notes.setWrapText(true);
        notes.getStyleClass().add("form-area");
        // in a form Tab leads on; nobody indents notes
        notes.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                notes.requestFocusTraversal(
                        event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
        bind(notes, model.notes(), "analyses.form.optional");
        var cost = new CheckBox(texts.get("analyses.form.cost"));
        cost.selectedProperty().bindBidirectional(model.cost());
        fields.row(texts.get("analyses.form.status"), status)
                .row(texts.get("analyses.form.notes"), notes)
                .row(texts.get("analyses.form.extracted"), field(model.extracted(), "analyses.form.ids"))
                .row(texts.get("analyses.form.updated"), field(model.updated(), "analyses.form.ids"))
                .row(texts.get("analyses.form.file"), field(model.file(), "analyses.form.optional"))
                .row(texts.get("analyses.form.inputs"), field(model.inputs(), "analyses.form.inputs.prompt"))
                .row(texts.get("analyses.form.sources"), field(model.sources(), "analyses.form.ids"));
        if (model.run().session().sessionId() == null) {
            fields.row(texts.get("analyses.form.tokens"), field(model.tokens(), "analyses.form.tokens.prompt"));
        }
        fields.row(texts.get("analyses.form.usd"), cost);
    }

    private TextField field(StringProperty property, String prompt) {
        var field = new TextField();
        bind(field, property, prompt);
        return field;
    }

    private void bind(TextInputControl field, StringProperty property, String prompt) {
        field.setPromptText(texts.get(prompt));
        field.textProperty().bindBidirectional(property);
    }

    @Override
    Node content() {
        return fields;
    }

    @Override
    Node firstFocus() {
        return model.status().get() == RunStatus.COMPLETED ? status.first() : notes;
    }

    @Override
    ObservableValue<Boolean> valid() {
        return model.fault().map(fault -> fault == EndModel.Fault.NONE);
    }

    @Override
    ObservableValue<String> hint() {
        return Bindings.createStringBinding(
                () -> switch (model.fault().get()) {
                    case NONE -> texts.get("analyses.form.end.hint");
                    case TOKENS -> texts.get("analyses.form.end.tokens");
                    case ITSELF -> texts.get("analyses.form.end.itself");
                    case INPUT ->
                        texts.get("analyses.no-run", model.unknownInputs().getFirst());
                },
                model.fault(),
                model.inputs());
    }

    @Override
    void submit(Runnable done, Consumer<Problem> failed) {
        steps.complete(model.request(), done, failed);
    }
}
