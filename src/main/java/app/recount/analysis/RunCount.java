package app.recount.analysis;

import app.recount.session.Usage;
import app.recount.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of one run. A run's count is its session's count, continued over moves to other sessions; what was used between two
 * moments is the difference of two counts. A difference is told only if it is exact:
 *
 * <ul>
 *   <li>After a stage that could not be counted, the next one counts from the last count that is known, and says so: the sum stays
 *       right.
 *   <li>A session that holds less than before has lost something, so that what was used meanwhile is unknown. The smaller count is where
 *       the next stage begins, and the run's total stays unknown.
 * </ul>
 *
 * @param texts in which it is said why a count is unknown; a run keeps these words
 */
record RunCount(AnalysisRun run, List<RunMove> moves, Texts texts) {

    static RunCount of(StoredRun stored, Texts texts) {
        return new RunCount(stored.run(), stored.moves(), texts);
    }

    /** What was used between two moments: either of the two is null. */
    record Difference(@Nullable Usage usage, @Nullable String unknownReason) {

        static Difference known(Usage usage) {
            return new Difference(usage, null);
        }

        static Difference unknown(String reason) {
            return new Difference(null, reason);
        }
    }

    /** The last count that is known: a stage's, by its place, or the baseline's, whose place is −1. */
    private record Known(int place, Usage usage) {}

    /** The run's count when its session holds this. */
    Usage count(Usage session) {
        if (moves.isEmpty()) {
            return session;
        }
        var last = moves.getLast();
        return last.carried().plus(session.minus(last.base()));
    }

    /** What was used since the last known count, if the run's count is now this. */
    Difference sinceLastKnown(Usage count) {
        var known = lastKnown();
        if (known.isEmpty()) {
            return Difference.unknown(baselineReason());
        }
        var gap = moves.stream()
                .filter(move -> move.stages() > known.get().place())
                .map(RunMove::gap)
                .filter(Objects::nonNull)
                .findFirst();
        return gap.map(Difference::unknown)
                .orElseGet(() -> difference(count, known.get().usage()));
    }

    /** What was used since the run started, if its count is now this. */
    Difference sinceStart(Usage count) {
        var baseline = run.session().baseline();
        if (baseline == null || baseline.usage() == null) {
            return Difference.unknown(baselineReason());
        }
        var gap = gap();
        if (gap.isPresent()) {
            return Difference.unknown(gap.get());
        }
        var recent = sinceLastKnown(count);
        return recent.usage() == null ? recent : difference(count, baseline.usage());
    }

    /** Why the count does not reach back to the start without a hole, if there is one. */
    private Optional<String> gap() {
        var moved = moves.stream().map(RunMove::gap).filter(Objects::nonNull).findFirst();
        return moved.or(() -> run.stages().stream()
                .filter(stage -> stage.delta() == null)
                .map(Stage::snapshot)
                .filter(snapshot -> snapshot != null && snapshot.usage() != null)
                .map(snapshot -> Objects.requireNonNullElse(snapshot.unknownReason(), texts.get("unknown.stage")))
                .findFirst());
    }

    /** The names of the stages since the last known count, which could not be counted. */
    List<String> uncounted() {
        var place = lastKnown().map(Known::place).orElse(-1);
        return run.stages().subList(place + 1, run.stages().size()).stream()
                .map(Stage::name)
                .toList();
    }

    Optional<Usage> lastKnownUsage() {
        return lastKnown().map(Known::usage);
    }

    private Optional<Known> lastKnown() {
        for (int place = run.stages().size() - 1; place >= 0; place--) {
            var snapshot = run.stages().get(place).snapshot();
            if (snapshot != null && snapshot.usage() != null) {
                return Optional.of(new Known(place, snapshot.usage()));
            }
        }
        var baseline = run.session().baseline();
        return baseline == null || baseline.usage() == null
                ? Optional.empty()
                : Optional.of(new Known(-1, baseline.usage()));
    }

    private String baselineReason() {
        var baseline = run.session().baseline();
        if (baseline != null && baseline.unknownReason() != null) {
            return texts.get("unknown.start.because", baseline.unknownReason());
        }
        if (run.tokens().baseline() != null) {
            return texts.get("unknown.start.foreign");
        }
        return Objects.requireNonNullElse(run.session().unknownReason(), texts.get("unknown.start"));
    }

    private Difference difference(Usage now, Usage before) {
        if (now.all().isTooLarge()) {
            return Difference.unknown(texts.get("unknown.tooLarge"));
        }
        var difference = now.minus(before);
        return difference.isLoss()
                ? Difference.unknown(texts.get(
                        "unknown.less", now.all().total(), before.all().total()))
                : Difference.known(difference);
    }

    /** The run with one more stage, marked when its session looked like this. */
    AnalysisRun marked(String name, @Nullable String notes, Snapshot session) {
        var stages = new ArrayList<>(run.stages());
        stages.add(stage(name, notes, session));
        return run.withStages(stages);
    }

    private Stage stage(String name, @Nullable String notes, Snapshot session) {
        if (session.usage() == null) {
            return new Stage(name, session.at(), null, null, null, null, notes, session);
        }
        var count = count(session.usage());
        var delta = sinceLastKnown(count);
        var snapshot = new Snapshot(session.at(), count, session.fingerprint(), delta.unknownReason());
        var cumulative = count.all().total();
        if (delta.usage() == null) {
            return new Stage(name, session.at(), cumulative, null, null, null, notes, snapshot);
        }
        var all = delta.usage().all();
        return new Stage(
                name,
                session.at(),
                cumulative,
                all.total(),
                all.inputSide(),
                all.output(),
                withUncounted(notes),
                snapshot);
    }

    private @Nullable String withUncounted(@Nullable String notes) {
        var uncounted = uncounted();
        if (uncounted.isEmpty()) {
            return notes;
        }
        var text = texts.get("unknown.stages", String.join("”, “", uncounted));
        return notes == null || notes.isBlank() ? text : notes + "; " + text;
    }
}
