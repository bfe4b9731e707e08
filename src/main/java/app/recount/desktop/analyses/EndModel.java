package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.CompleteRequest;
import app.recount.analysis.RunStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Pattern SEPARATORS = Pattern.compile("[,;\\s]+");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");

    private final AnalysisRun run;
    private final Set<String> runs;
    private final ObjectProperty<RunStatus> status;
    private final StringProperty notes = new SimpleStringProperty("");
    private final StringProperty extracted = new SimpleStringProperty("");
    private final StringProperty updated = new SimpleStringProperty("");
    private final StringProperty file = new SimpleStringProperty("");
    private final StringProperty sources = new SimpleStringProperty("");
    private final StringProperty inputs = new SimpleStringProperty("");
    private final StringProperty tokens = new SimpleStringProperty("");
    private final BooleanProperty cost = new SimpleBooleanProperty(true);
    private final ObjectBinding<Fault> fault;

    /**
     * Begins with what the run says already.
     *
     * @param runs the ids of all runs: an input of a synthesis is one of them
     */
    EndModel(AnalysisRun run, RunStatus status, Set<String> runs) {
        this.run = run;
        this.runs = Set.copyOf(runs);
        this.status = new SimpleObjectProperty<>(status);
        notes.set(Objects.requireNonNullElse(run.description().notes(), ""));
        file.set(Objects.requireNonNullElse(run.description().analysisFile(), ""));
        extracted.set(String.join(", ", run.claims().extracted()));
        updated.set(String.join(", ", run.claims().updated()));
        sources.set(String.join(", ", run.inputs().sourceIds()));
        inputs.set(String.join(", ", run.inputs().analysisIds()));
        fault = Bindings.createObjectBinding(this::find, tokens, inputs);
    }

    AnalysisRun run() {
        return run;
    }

    ObjectProperty<RunStatus> status() {
        return status;
    }

    StringProperty notes() {
        return notes;
    }

    StringProperty extracted() {
        return extracted;
    }

    StringProperty updated() {
        return updated;
    }

    StringProperty file() {
        return file;
    }

    StringProperty sources() {
        return sources;
    }

    StringProperty inputs() {
        return inputs;
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
        return ids(inputs.get()).stream().filter(id -> !runs.contains(id)).toList();
    }

    CompleteRequest request() {
        return new CompleteRequest(
                run.id(),
                status.get(),
                count(),
                ids(extracted.get()),
                ids(updated.get()),
                said(file),
                ids(sources.get()),
                ids(inputs.get()),
                said(notes),
                cost.get());
    }

    private Fault find() {
        if (!tokens.get().isBlank() && count().isEmpty()) {
            return Fault.TOKENS;
        }
        if (ids(inputs.get()).contains(run.id())) {
            return Fault.ITSELF;
        }
        return unknownInputs().isEmpty() ? Fault.NONE : Fault.INPUT;
    }

    private Optional<Long> count() {
        return Optional.of(tokens.get().replaceAll("[,\\s]", ""))
                .filter(digits -> COUNT.matcher(digits).matches())
                .map(Long::valueOf);
    }

    private static Optional<String> said(StringProperty field) {
        return Optional.of(field.get().strip()).filter(text -> !text.isEmpty());
    }

    /** Ids as people list them: with commas, spaces or lines between; each once, in the order given. */
    static List<String> ids(String text) {
        return Stream.of(text)
                .flatMap(all -> Arrays.stream(SEPARATORS.split(all, -1)))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }
}
