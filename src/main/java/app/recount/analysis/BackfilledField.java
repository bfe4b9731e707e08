package app.recount.analysis;

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
            (run, value) -> run.withTokens(run.tokens().withIn(number(value)))),
    TOKENS_OUT(
            run -> text(run.tokens().out()),
            (run, value) -> run.withTokens(run.tokens().withOut(number(value)))),
    TOTAL_TOKENS(
            run -> text(run.tokens().total()),
            (run, value) -> run.withTokens(run.tokens().withTotal(number(value)))),
    TOKENS_BASELINE(
            run -> text(run.tokens().baseline()),
            (run, value) -> run.withTokens(run.tokens()
                    .withCounter(
                            number(value), run.tokens().last(), run.tokens().check()))),
    TOKENS_FINAL(
            run -> text(run.tokens().last()),
            (run, value) -> run.withTokens(run.tokens()
                    .withCounter(
                            run.tokens().baseline(), number(value), run.tokens().check()))),
    TOKENS_CHECK(
            run -> text(run.tokens().check()),
            (run, value) -> run.withTokens(run.tokens()
                    .withCounter(run.tokens().baseline(), run.tokens().last(), number(value)))),
    COST_USD(
            run -> text(run.tokens().costUsd()),
            (run, value) -> run.withTokens(run.tokens().withCost(value == null ? null : new BigDecimal(value)))),
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
    private final BiFunction<AnalysisRun, @Nullable String, AnalysisRun> writing;

    BackfilledField(
            Function<AnalysisRun, @Nullable String> reading,
            BiFunction<AnalysisRun, @Nullable String, AnalysisRun> writing) {
        this.reading = reading;
        this.writing = writing;
    }

    @Nullable
    String of(AnalysisRun run) {
        return reading.apply(run);
    }

    AnalysisRun with(AnalysisRun run, @Nullable String value) {
        return writing.apply(run, value);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isMissing(AnalysisRun run) {
        var value = of(run);
        return value == null || value.isBlank();
    }

    /** The change to this value, unless it is the value already; null says that it is unknown. */
    List<FieldChange> to(AnalysisRun run, @Nullable String value) {
        return Objects.equals(of(run), value) ? List.of() : List.of(new FieldChange(word(), of(run), value));
    }

    static AnalysisRun apply(AnalysisRun run, List<FieldChange> changes) {
        var changed = run;
        for (var change : changes) {
            var field = Stream.of(values())
                    .filter(each -> each.word().equals(change.field()))
                    .findFirst()
                    .orElseThrow();
            changed = field.with(changed, change.after());
        }
        return changed;
    }

    private static @Nullable Long number(@Nullable String value) {
        return value == null ? null : Long.valueOf(value);
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
