package app.recount.analysis;

import app.recount.analysis.UsageBackfill.Change;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields that backfills change, by the names they have in exports. */
enum BackfilledField {
    TOKENS_IN(
            run -> text(run.tokens().in()),
            (run, value) -> run.withTokens(run.tokens().withIn(Long.parseLong(value)))),
    TOKENS_OUT(
            run -> text(run.tokens().out()),
            (run, value) -> run.withTokens(run.tokens().withOut(Long.parseLong(value)))),
    TOTAL_TOKENS(
            run -> text(run.tokens().total()),
            (run, value) -> run.withTokens(run.tokens().withTotal(Long.parseLong(value)))),
    COST_USD(
            run -> text(run.tokens().costUsd()),
            (run, value) -> run.withTokens(run.tokens().withCost(new BigDecimal(value)))),
    USAGE_PROVIDER(
            run -> run.session().provider(),
            (run, value) ->
                    linked(run, value, run.session().mode(), run.session().sessionId())),
    USAGE_MODE(
            run -> run.session().mode(),
            (run, value) ->
                    linked(run, run.session().provider(), value, run.session().sessionId())),
    USAGE_SESSION_ID(
            run -> run.session().sessionId(),
            (run, value) -> linked(run, run.session().provider(), run.session().mode(), value)),
    FRAMEWORK_VERSION(
            run -> run.description().frameworkVersion(),
            (run, value) -> versions(run, value, run.description().methodologyVersion())),
    METHODOLOGY_VERSION(
            run -> run.description().methodologyVersion(),
            (run, value) -> versions(run, run.description().frameworkVersion(), value));

    private final Function<AnalysisRun, @Nullable String> reading;
    private final BiFunction<AnalysisRun, String, AnalysisRun> writing;

    BackfilledField(
            Function<AnalysisRun, @Nullable String> reading, BiFunction<AnalysisRun, String, AnalysisRun> writing) {
        this.reading = reading;
        this.writing = writing;
    }

    @Nullable
    String of(AnalysisRun run) {
        return reading.apply(run);
    }

    AnalysisRun with(AnalysisRun run, String value) {
        return writing.apply(run, value);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isMissing(AnalysisRun run) {
        var value = of(run);
        return value == null || value.isBlank();
    }

    /** The change to this value, unless it is the value already. */
    List<Change> to(AnalysisRun run, @Nullable String value) {
        return value == null || Objects.equals(of(run), value)
                ? List.of()
                : List.of(new Change(word(), of(run), value));
    }

    static AnalysisRun apply(AnalysisRun run, List<Change> changes) {
        var changed = run;
        for (var change : changes) {
            var field = Stream.of(values())
                    .filter(each -> each.word().equals(change.field()))
                    .findFirst()
                    .orElseThrow();
            changed = field.with(changed, Objects.requireNonNull(change.after()));
        }
        return changed;
    }

    private static @Nullable String text(@Nullable Long number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    /** With another session the reason why the one before could not be counted is gone. */
    private static AnalysisRun linked(
            AnalysisRun run, @Nullable String provider, @Nullable String mode, @Nullable String sessionId) {
        return run.withSession(
                run.session().withSession(provider, mode, sessionId).withUnknownReason(null));
    }

    private static AnalysisRun versions(AnalysisRun run, @Nullable String framework, @Nullable String methodology) {
        return run.withDescription(run.description().withVersions(framework, methodology));
    }
}
