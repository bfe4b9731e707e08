package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** Which stage is to be marked. */
final class MarkModel {

    /** The stages of a check, in their order. */
    static final List<String> USUAL = List.of("check_stage1", "check_stage2", "check_stage3", "registration");

    private final AnalysisRun run;
    private final StringProperty name;
    private final StringProperty notes = new SimpleStringProperty("");
    private final ObservableValue<Boolean> valid;

    MarkModel(AnalysisRun run) {
        this.run = run;
        this.name = new SimpleStringProperty(next(run));
        this.valid = name.map(typed -> !typed.isBlank());
    }

    /** The first of the usual names that follows all that were marked; empty after the last one. */
    static String next(AnalysisRun run) {
        var marked = run.stages().stream().map(Stage::name).collect(Collectors.toSet());
        int reached = -1;
        for (int i = 0; i < USUAL.size(); i++) {
            reached = marked.contains(USUAL.get(i)) ? i : reached;
        }
        return reached + 1 < USUAL.size() ? USUAL.get(reached + 1) : "";
    }

    /** The usual names that were not marked yet. */
    List<String> suggestions() {
        var marked = run.stages().stream().map(Stage::name).toList();
        return USUAL.stream().filter(usual -> !marked.contains(usual)).toList();
    }

    AnalysisRun run() {
        return run;
    }

    StringProperty name() {
        return name;
    }

    StringProperty notes() {
        return notes;
    }

    ObservableValue<Boolean> valid() {
        return valid;
    }

    /** Whether a stage of this name was marked before; allowed, but worth saying. */
    ObservableValue<Boolean> repeated() {
        return name.map(typed -> Stream.of(typed.strip())
                .anyMatch(wanted ->
                        run.stages().stream().anyMatch(stage -> stage.name().equals(wanted))));
    }

    Optional<String> notesIfAny() {
        return Optional.of(notes.get().strip()).filter(said -> !said.isEmpty());
    }
}
