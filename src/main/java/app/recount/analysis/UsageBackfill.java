package app.recount.analysis;

import static app.recount.analysis.BackfilledField.COST_USD;
import static app.recount.analysis.BackfilledField.TOKENS_BASELINE;
import static app.recount.analysis.BackfilledField.TOKENS_CHECK;
import static app.recount.analysis.BackfilledField.TOKENS_FINAL;
import static app.recount.analysis.BackfilledField.TOKENS_IN;
import static app.recount.analysis.BackfilledField.TOKENS_OUT;
import static app.recount.analysis.BackfilledField.TOTAL_TOKENS;
import static app.recount.analysis.BackfilledField.USAGE_MODE;
import static app.recount.analysis.BackfilledField.USAGE_PROVIDER;
import static app.recount.analysis.BackfilledField.USAGE_SESSION_ID;

import app.recount.session.Sessions;
import app.recount.session.Usage;
import app.recount.store.Progress;
import app.recount.text.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what past runs used, from the sessions' calls between started_at and completed_at. Numbers that are there stay, and missing
 * ones are only put beside them if they agree with what the calls say; with force they are replaced.
 */
public final class UsageBackfill {

    private final AnalysisStore runs;
    private final Sessions sessions;
    private final SessionPlaces places;
    private final PriceTable prices;

    UsageBackfill(AnalysisStore runs, Sessions sessions, SessionPlaces places, PriceTable prices) {
        this.runs = runs;
        this.sessions = sessions;
        this.places = places;
        this.prices = prices;
    }

    /** Works out what would change; stores nothing. Looks at all logs first. */
    public Plan plan(Request request) {
        var matching = new BackfillRange(request.tool(), request.from(), request.until()).of(runs);
        var timed = matching.stream().filter(each -> hasTimes(each.run())).toList();
        var finder = new WindowSession(sessions, places, sessions.refresh(Progress.NONE));
        var entries = timed.stream()
                .filter(each -> request.force() || isMissingSomething(each.run()))
                .map(each -> entry(each, finder, request.force()));
        return new Plan(upTo(request.limit(), entries), matching.size() - timed.size());
    }

    /** So many that change something, 0 for all; the others that come before the last of them say why they do not. */
    static List<Entry> upTo(int limit, Stream<Entry> entries) {
        var taken = new ArrayList<Entry>();
        int changing = 0;
        for (var each = entries.iterator(); each.hasNext() && (limit == 0 || changing < limit); ) {
            var entry = each.next();
            taken.add(entry);
            changing += entry.changes().isEmpty() ? 0 : 1;
        }
        return taken;
    }

    /**
     * Stores the chosen changes of a plan, unless a run has changed since. End-to-end totals of syntheses that use the runs are as of when
     * they are asked for, so they follow.
     *
     * @return what was stored; a run that has changed meanwhile has no changes and says so
     */
    public Plan apply(Plan plan) {
        return applied(runs, plan);
    }

    static Plan applied(AnalysisStore runs, Plan plan) {
        var stored = new ArrayList<Entry>();
        for (var entry : plan.entries()) {
            if (entry.changes().isEmpty()) {
                stored.add(entry);
                continue;
            }
            var now = runs.stored(entry.run().id());
            var after = BackfilledField.apply(entry.run(), entry.changes());
            var written = now.filter(each -> each.run().equals(entry.run())).flatMap(each -> runs.replace(each, after));
            stored.add(
                    written.isPresent()
                            ? new Entry(written.get(), entry.session(), entry.reason(), entry.changes())
                            : new Entry(
                                    now.map(StoredRun::run).orElse(entry.run()),
                                    entry.session(),
                                    Wording.of("backfill.changedMeanwhile"),
                                    List.of()));
        }
        return new Plan(stored, plan.skipped());
    }

    private static boolean hasTimes(AnalysisRun run) {
        return run.times().startedAt() != null && run.times().completedAt() != null;
    }

    private static boolean isMissingSomething(AnalysisRun run) {
        return Stream.of(TOKENS_IN, TOKENS_OUT, TOTAL_TOKENS, COST_USD, USAGE_PROVIDER, USAGE_MODE, USAGE_SESSION_ID)
                .anyMatch(field -> field.isMissing(run));
    }

    private Entry entry(StoredRun stored, WindowSession finder, boolean force) {
        var run = stored.run();
        var from = Objects.requireNonNull(run.times().startedAt());
        var to = Objects.requireNonNull(run.times().completedAt());
        if (from.isAfter(to)) {
            return new Entry(run, null, Wording.of("backfill.backwards"), List.of());
        }
        if (!stored.moves().isEmpty()) {
            return new Entry(run, null, Wording.of("backfill.moved"), List.of());
        }
        var found = finder.find(run, from, to);
        if (found.session() == null || found.usage() == null) {
            return new Entry(run, null, found.reason(), List.of());
        }
        var id = found.session().key().id();
        if (found.usage().all().isTooLarge()) {
            return new Entry(run, id, Wording.of("unknown.tooLarge"), List.of());
        }
        if (!force && !agrees(run, found.usage())) {
            return new Entry(
                    run, id, Wording.of("backfill.differs", found.usage().all().total()), List.of());
        }
        return new Entry(
                run, id, found.reason(), changes(run, found.session().key().tool(), id, found.usage(), force));
    }

    /** Whether what is there already fits the calls. */
    private static boolean agrees(AnalysisRun run, Usage usage) {
        var all = usage.all();
        return fits(run.tokens().in(), all.inputSide())
                && fits(run.tokens().out(), all.output())
                && fits(run.tokens().total(), all.total())
                && fits(run.tokens().check(), all.total());
    }

    private static boolean fits(@Nullable Long there, long counted) {
        return there == null || there == counted;
    }

    private List<FieldChange> changes(AnalysisRun run, String provider, String session, Usage usage, boolean force) {
        var all = usage.all();
        var counted = Stream.of(TOKENS_IN, TOKENS_OUT, TOTAL_TOKENS).anyMatch(field -> !field.isMissing(run));
        var changes = new ArrayList<FieldChange>();
        add(changes, TOKENS_IN, run, String.valueOf(all.inputSide()), force);
        add(changes, TOKENS_OUT, run, String.valueOf(all.output()), force);
        add(changes, TOTAL_TOKENS, run, String.valueOf(all.total()), force);
        add(
                changes,
                COST_USD,
                run,
                prices.cost(usage).map(cost -> cost.toPlainString()).orElse(null),
                force);
        if (force && !fits(run.tokens().check(), all.total())) {
            // what a counter said at the start and at the end speaks of other calls
            Stream.of(TOKENS_BASELINE, TOKENS_FINAL, TOKENS_CHECK)
                    .forEach(field -> add(changes, field, run, null, true));
        }
        add(changes, USAGE_PROVIDER, run, provider, force);
        // the mode says how the numbers came about: with new numbers it is new, too
        add(changes, USAGE_MODE, run, UsageMode.WINDOWED_SUM.word(), force || !counted);
        add(changes, USAGE_SESSION_ID, run, session, force);
        return changes;
    }

    private static void add(
            List<FieldChange> changes,
            BackfilledField field,
            AnalysisRun run,
            @Nullable String value,
            boolean replace) {
        if (replace || field.isMissing(run)) {
            changes.addAll(field.to(run, value));
        }
    }

    /**
     * Which runs.
     *
     * @param from started at or after
     * @param until including this day, UTC
     * @param limit so many that can be filled; 0 means all
     * @param force also change what is there already
     */
    public record Request(
            Optional<String> tool, Optional<Instant> from, Optional<LocalDate> until, int limit, boolean force) {}

    /**
     * What happens to one run.
     *
     * @param session the session taken, or null
     * @param reason why this session, or why the run is skipped, for people
     * @param changes empty if nothing changes
     */
    public record Entry(AnalysisRun run, @Nullable String session, Wording reason, List<FieldChange> changes) {
        public Entry {
            changes = List.copyOf(changes);
        }
    }

    /**
     * The whole.
     *
     * @param skipped how many runs have no start or end
     */
    public record Plan(List<Entry> entries, int skipped) {
        public Plan {
            entries = List.copyOf(entries);
        }
    }
}
