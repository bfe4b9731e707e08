package app.recount.desktop.analyses;

import app.recount.analysis.CommonYears;
import app.recount.analysis.FieldChange;
import app.recount.analysis.UsageBackfill.Entry;
import app.recount.analysis.UsageBackfill.Plan;
import app.recount.analysis.UsageBackfill.Request;
import app.recount.problem.Problem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which past runs are to be filled in, what would change, and what of that is wanted. */
final class BackfillModel {

    /**
     * A field of a run that would change; for a run that does not change, one line with the reason.
     *
     * @param first whether it is the first of its run, which carries the run's choice
     */
    record Line(Entry entry, Optional<FieldChange> change, boolean first) {}

    /** How far it was worked out what would change. */
    sealed interface Answer {

        /** One of the days is none, so that nothing is asked. */
        record NoDay() implements Answer {}

        record Working() implements Answer {}

        record Planned(Plan plan) implements Answer {}

        record Failed(Problem problem) implements Answer {}
    }

    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty until = new SimpleStringProperty("");
    private final ObjectProperty<Optional<String>> tool = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty force = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(new Answer.Working());
    private final ReadOnlyObjectWrapper<Set<String>> chosen = new ReadOnlyObjectWrapper<>(Set.of());

    StringProperty from() {
        return from;
    }

    StringProperty until() {
        return until;
    }

    ObjectProperty<Optional<String>> tool() {
        return tool;
    }

    /** Whether also what is there already is counted anew. */
    BooleanProperty force() {
        return force;
    }

    ReadOnlyObjectProperty<Answer> answer() {
        return answer.getReadOnlyProperty();
    }

    /** The ids of the runs whose changes are to be stored. */
    ReadOnlyObjectProperty<Set<String>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Empty if one of the days is none. */
    Optional<Request> request() {
        var first = day(from.get());
        var last = day(until.get());
        return first.isPresent() && last.isPresent()
                ? Optional.of(new Request(
                        tool.get(),
                        first.get().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()),
                        last.get(),
                        0,
                        force.get()))
                : Optional.empty();
    }

    /** All that would change is wanted at first. */
    void planned(Plan worked) {
        answer.set(new Answer.Planned(worked));
        chosen.set(Set.copyOf(worked.entries().stream()
                .filter(entry -> !entry.changes().isEmpty())
                .map(entry -> entry.run().id())
                .toList()));
    }

    /** Another question is asked; what was worked out for the one before is nothing any more. */
    void unplan() {
        answer.set(request().isPresent() ? new Answer.Working() : new Answer.NoDay());
        chosen.set(Set.of());
    }

    void failed(Problem why) {
        answer.set(new Answer.Failed(why));
    }

    private Optional<Plan> plan() {
        return answer.get() instanceof Answer.Planned planned ? Optional.of(planned.plan()) : Optional.empty();
    }

    void choose(String run, boolean wanted) {
        var now = new HashSet<>(chosen.get());
        if (wanted) {
            now.add(run);
        } else {
            now.remove(run);
        }
        chosen.set(Set.copyOf(now));
    }

    List<Line> lines() {
        return plan().stream()
                .flatMap(worked -> worked.entries().stream())
                .flatMap(BackfillModel::lines)
                .toList();
    }

    private static Stream<Line> lines(Entry entry) {
        return entry.changes().isEmpty()
                ? Stream.of(new Line(entry, Optional.empty(), true))
                : entry.changes().stream()
                        .map(change -> new Line(
                                entry,
                                Optional.of(change),
                                change.equals(entry.changes().getFirst())));
    }

    /** The plan with the chosen runs only. */
    Optional<Plan> wanted() {
        return plan().map(worked -> new Plan(
                        worked.entries().stream()
                                .filter(entry ->
                                        chosen.get().contains(entry.run().id()))
                                .toList(),
                        worked.skipped()))
                .filter(worked -> !worked.entries().isEmpty());
    }

    /** Present if it is empty or a day; the inner value is the day. */
    private static Optional<Optional<LocalDate>> day(String typed) {
        var day = CommonYears.day(typed.strip());
        return day.isPresent() || typed.isBlank() ? Optional.of(day) : Optional.empty();
    }
}
