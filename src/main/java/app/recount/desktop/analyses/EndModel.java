package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.CompleteRequest;
import app.recount.analysis.RunStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How a run is to be ended. */
final class EndModel {

    /** What is wrong with what was entered. */
    enum Fault {
        NONE,
        TOKENS,
        INPUT,
        ITSELF
    }

    static final List<RunStatus> STATUSES =
            List.of(RunStatus.COMPLETED, RunStatus.FAILED, RunStatus.CANCELED, RunStatus.DRAFT);

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");

    private final AnalysisRun run;
    private final Set<String> runs;
    private final ObjectProperty<RunStatus> status;
    private final Prefilled notes;
    private final Prefilled extracted;
    private final Prefilled updated;
    private final Prefilled file;
    private final Prefilled sources;
    private final Prefilled inputs;
    private final StringProperty tokens = new SimpleStringProperty("");
    private final BooleanProperty cost = new SimpleBooleanProperty(true);
    private final ObjectBinding<Fault> fault;

    /**
     * Begins with what the run says already.
     *
     * @param runs the ids of all runs: an input of a synthesis is one of them, or was one when it was named
     */
    EndModel(AnalysisRun run, RunStatus status, Set<String> runs) {
        this.run = run;
        this.runs = Stream.concat(runs.stream(), run.inputs().analysisIds().stream())
                .collect(Collectors.toUnmodifiableSet());
        this.status = new SimpleObjectProperty<>(status);
        notes = Prefilled.with(run.description().notes());
        file = Prefilled.with(run.description().analysisFile());
        extracted = Prefilled.with(run.claims().extracted());
        updated = Prefilled.with(run.claims().updated());
        sources = Prefilled.with(run.inputs().sourceIds());
        inputs = Prefilled.with(run.inputs().analysisIds());
        fault = Bindings.createObjectBinding(this::find, tokens, inputs.text());
    }

    AnalysisRun run() {
        return run;
    }

    ObjectProperty<RunStatus> status() {
        return status;
    }

    StringProperty notes() {
        return notes.text();
    }

    StringProperty extracted() {
        return extracted.text();
    }

    StringProperty updated() {
        return updated.text();
    }

    StringProperty file() {
        return file.text();
    }

    StringProperty sources() {
        return sources.text();
    }

    StringProperty inputs() {
        return inputs.text();
    }

    /** The session's count at the end, where the session itself does not tell it. */
    StringProperty tokens() {
        return tokens;
    }

    BooleanProperty cost() {
        return cost;
    }

    ObjectBinding<Fault> fault() {
        return fault;
    }

    /** The inputs that are no runs. */
    List<String> unknownInputs() {
        return newInputs().stream().filter(id -> !runs.contains(id)).toList();
    }

    private List<String> newInputs() {
        return inputs.changedIds().orElse(List.of());
    }

    CompleteRequest request() {
        return new CompleteRequest(
                run.id(),
                status.get(),
                count(),
                extracted.changedIds(),
                updated.changedIds(),
                file.changed(),
                sources.changedIds(),
                inputs.changedIds(),
                notes.changed(),
                cost.get());
    }

    private Fault find() {
        if (!tokens.get().isBlank() && count().isEmpty()) {
            return Fault.TOKENS;
        }
        if (newInputs().contains(run.id())) {
            return Fault.ITSELF;
        }
        return unknownInputs().isEmpty() ? Fault.NONE : Fault.INPUT;
    }

    private Optional<Long> count() {
        return Optional.of(tokens.get().replaceAll("[,\\s]", ""))
                .filter(digits -> COUNT.matcher(digits).matches())
                .map(Long::valueOf);
    }
}
