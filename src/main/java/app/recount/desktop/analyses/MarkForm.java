package app.recount.desktop.analyses;

import app.recount.desktop.widget.Buttons;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/** Marks a stage: the next usual name stands there already, so that Enter is enough. */
final class MarkForm extends Form {

    private final Texts texts;
    private final MarkModel model;
    private final RunSteps steps;
    private final TextField name = new TextField();
    private final Fields fields;

    MarkForm(Texts texts, MarkModel model, RunSteps steps) {
        this.texts = texts;
        this.model = model;
        this.steps = steps;
        name.textProperty().bindBidirectional(model.name());
        name.setId("stage-name");
        var suggested = new FlowPane(6, 6);
        for (var usual : model.suggestions()) {
            var chip = Buttons.text(usual, () -> {
                model.name().set(usual);
                name.requestFocus();
            });
            chip.getStyleClass().setAll("chip", "button");
            suggested.getChildren().add(chip);
        }
        var notes = new TextField();
        notes.setPromptText(texts.get("analyses.form.optional"));
        notes.textProperty().bindBidirectional(model.notes());
        fields = new Fields()
                .row(texts.get("analyses.form.stage"), name, suggested)
                .row(texts.get("analyses.form.notes"), notes);
    }

    @Override
    Node content() {
        return fields;
    }

    @Override
    Node firstFocus() {
        name.selectAll();
        return name;
    }

    @Override
    ObservableValue<Boolean> valid() {
        return model.valid();
    }

    @Override
    ObservableValue<String> hint() {
        return model.name()
                .flatMap(typed -> model.repeated()
                        .map(again -> texts.get(
                                typed.isBlank()
                                        ? "analyses.form.stage.missing"
                                        : again ? "analyses.form.stage.again" : "analyses.form.stage.hint")));
    }

    @Override
    void submit(Runnable done, Consumer<Problem> failed) {
        steps.mark(model.run().id(), model.name().get(), model.notesIfAny(), done, failed);
    }
}
