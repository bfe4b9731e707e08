package app.recount.analysis;

import static app.recount.analysis.BackfilledField.FRAMEWORK_VERSION;
import static app.recount.analysis.BackfilledField.METHODOLOGY_VERSION;

import app.recount.analysis.UsageBackfill.Entry;
import app.recount.analysis.UsageBackfill.Plan;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.text.Wording;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Fills in the versions of framework and methodology that past runs were done with. Problems: {@code VERSIONS_MISSING}, {@code
 * GIT_MISSING}, {@code GIT_FAILED}, {@code GIT_NO_TAGS}.
 */
public final class VersionBackfill {

    private final AnalysisStore runs;

    VersionBackfill(AnalysisStore runs) {
        this.runs = runs;
    }

    /** Where the framework's version comes from. */
    public enum Strategy {
        /** From the newest tag that was made before the run started. */
        GIT_TAGS,
        /** As given. */
        FIXED
    }

    /**
     * Which runs, and how.
     *
     * @param frameworkVersion wins over a tag
     * @param methodologyVersion as given, with both strategies
     * @param repository of the framework, for tags
     * @param from started at or after
     * @param until including this day, UTC
     * @param limit so many that can be filled; 0 means all
     * @param force also change what is there already
     */
    public record Request(
            Strategy strategy,
            Optional<String> frameworkVersion,
            Optional<String> methodologyVersion,
            Path repository,
            Optional<String> tool,
            Optional<Instant> from,
            Optional<LocalDate> until,
            int limit,
            boolean force) {}

    /** Works out what would change; stores nothing. Runs without a start are skipped where tags are asked. */
    public Plan plan(Request request) {
        if (request.strategy() == Strategy.FIXED
                && request.frameworkVersion().isEmpty()
                && request.methodologyVersion().isEmpty()) {
            throw new ProblemException(Problem.of("VERSIONS_MISSING"));
        }
        var tags = request.strategy() == Strategy.GIT_TAGS
                ? Optional.of(GitTags.of(request.repository()))
                : Optional.<GitTags>empty();
        var matching = new BackfillRange(request.tool(), request.from(), request.until())
                .of(runs).stream().map(StoredRun::run).toList();
        var able = matching.stream()
                .filter(run -> tags.isEmpty() || run.times().startedAt() != null)
                .toList();
        var entries = able.stream()
                .filter(run ->
                        request.force() || FRAMEWORK_VERSION.isMissing(run) || METHODOLOGY_VERSION.isMissing(run))
                .map(run -> entry(run, request, tags));
        return new Plan(UsageBackfill.upTo(request.limit(), entries), matching.size() - able.size());
    }

    /** Stores the chosen changes of a plan, unless a run has changed since. */
    public Plan apply(Plan plan) {
        return UsageBackfill.applied(runs, plan);
    }

    private static Entry entry(AnalysisRun run, Request request, Optional<GitTags> tags) {
        var started = Optional.ofNullable(run.times().startedAt());
        var tagged = tags.flatMap(each -> started.flatMap(each::versionAt));
        var framework = request.frameworkVersion().or(() -> tagged);
        var changes = new ArrayList<FieldChange>();
        if (request.force() || FRAMEWORK_VERSION.isMissing(run)) {
            framework.ifPresent(version -> changes.addAll(FRAMEWORK_VERSION.to(run, version)));
        }
        if (request.force() || METHODOLOGY_VERSION.isMissing(run)) {
            request.methodologyVersion().ifPresent(version -> changes.addAll(METHODOLOGY_VERSION.to(run, version)));
        }
        return new Entry(run, null, reason(request, tags.isPresent(), tagged), changes);
    }

    private static Wording reason(Request request, boolean asked, Optional<String> tagged) {
        if (!asked || request.frameworkVersion().isPresent()) {
            return Wording.of("backfill.given");
        }
        return tagged.map(tag -> Wording.of("backfill.tag", tag)).orElse(Wording.of("backfill.noTag"));
    }
}
