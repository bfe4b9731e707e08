package app.recount.report;

import app.recount.analysis.AnalysisRun;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The fields of an exported run, in their order. */
enum RunField {
    ID(run -> FieldValue.text(run.id())),
    SOURCE_ID(run -> FieldValue.text(run.sourceId())),
    ANALYSIS_FILE(run -> FieldValue.text(run.description().analysisFile())),
    PASS(run -> FieldValue.whole((long) run.pass())),
    STATUS(run -> FieldValue.text(run.status())),
    TOOL(run -> FieldValue.text(run.tool())),
    COMMAND(run -> FieldValue.text(run.description().command())),
    MODEL(run -> FieldValue.text(run.description().model())),
    FRAMEWORK_VERSION(run -> FieldValue.text(run.description().frameworkVersion())),
    METHODOLOGY_VERSION(run -> FieldValue.text(run.description().methodologyVersion())),
    STARTED_AT(run -> FieldValue.instant(run.times().startedAt())),
    COMPLETED_AT(run -> FieldValue.instant(run.times().completedAt())),
    DURATION_SECONDS(run -> FieldValue.whole(run.times().durationSeconds())),
    TOKENS_IN(run -> FieldValue.whole(run.tokens().in())),
    TOKENS_OUT(run -> FieldValue.whole(run.tokens().out())),
    TOTAL_TOKENS(run -> FieldValue.whole(run.tokens().total())),
    COST_USD(run -> FieldValue.decimal(run.tokens().costUsd())),
    TOKENS_BASELINE(run -> FieldValue.whole(run.tokens().baseline())),
    TOKENS_FINAL(run -> FieldValue.whole(run.tokens().last())),
    TOKENS_CHECK(run -> FieldValue.whole(run.tokens().check())),
    USAGE_PROVIDER(run -> FieldValue.text(run.session().provider())),
    USAGE_MODE(run -> FieldValue.text(run.session().mode())),
    USAGE_SESSION_ID(run -> FieldValue.text(run.session().sessionId())),
    INPUTS_SOURCE_IDS(run -> new FieldValue.Words(run.inputs().sourceIds())),
    INPUTS_ANALYSIS_IDS(run -> new FieldValue.Words(run.inputs().analysisIds())),
    STAGES_JSON(run -> FieldValue.text(StagesJson.text(run))),
    CLAIMS_EXTRACTED(run -> new FieldValue.Words(run.claims().extracted())),
    CLAIMS_UPDATED(run -> new FieldValue.Words(run.claims().updated())),
    NOTES(run -> FieldValue.text(run.description().notes())),
    GIT_COMMIT(run -> FieldValue.text(run.description().gitCommit())),
    CREATED_AT(run -> FieldValue.instant(run.times().createdAt()));

    private final Function<AnalysisRun, FieldValue> value;

    RunField(Function<AnalysisRun, FieldValue> value) {
        this.value = value;
    }

    /** The name in every export. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    FieldValue of(AnalysisRun run) {
        return value.apply(run);
    }

    static Optional<RunField> byKey(String key) {
        return Stream.of(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    /** Everything that leaves in an export: two runs with equal values are the same to a reader. */
    static Map<RunField, FieldValue> values(AnalysisRun run) {
        var all = new LinkedHashMap<RunField, FieldValue>();
        for (var field : values()) {
            all.put(field, field.of(run));
        }
        return all;
    }
}
