package app.recount.memory;

import static app.recount.memory.Kinds.OBSERVATION_TYPES;
import static app.recount.memory.Kinds.SESSION_PLATFORMS;
import static app.recount.memory.Kinds.SESSION_STATUSES;
import static app.recount.memory.MetricSource.Presence.WHEN_POSITIVE;
import static app.recount.memory.MetricSource.Presence.WITH_ROWS;
import static app.recount.memory.SourceTable.OBSERVATIONS;
import static app.recount.memory.SourceTable.PROMPTS;
import static app.recount.memory.SourceTable.SESSIONS;
import static app.recount.memory.SourceTable.SUMMARIES;

import app.recount.memory.MetricSource.Contribution;
import app.recount.memory.MetricSource.Contribution.Flag;
import app.recount.memory.MetricSource.Contribution.Length;
import app.recount.memory.MetricSource.Contribution.OfKind;
import app.recount.memory.MetricSource.Contribution.Row;
import app.recount.memory.MetricSource.Derived;
import app.recount.memory.MetricSource.DistinctValues;
import app.recount.memory.MetricSource.Presence;
import app.recount.memory.MetricSource.RowSum;
import app.recount.memory.MetricSource.TurnSum;
import app.recount.text.Wording;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The counters of a day. One entry says everything that is computed with a counter: its key on the wire, where it comes from and how
 * it is counted; what it means stands in the bundle under its key. The reader, the allow-list, the Fields pane and the privacy table
 * all read it here; the order is that of the keys in an event. Rules: claude-mem 13.15.3's historical backfill.
 */
public enum RollupMetric {
    OBSERVATION_COUNT("observation_count", count(OBSERVATIONS, WITH_ROWS)),
    OBS_TYPE_BUGFIX("obs_type_bugfix", kind(OBSERVATIONS, OBSERVATION_TYPES, "bugfix", WITH_ROWS)),
    OBS_TYPE_DISCOVERY("obs_type_discovery", kind(OBSERVATIONS, OBSERVATION_TYPES, "discovery", WITH_ROWS)),
    OBS_TYPE_DECISION("obs_type_decision", kind(OBSERVATIONS, OBSERVATION_TYPES, "decision", WITH_ROWS)),
    OBS_TYPE_REFACTOR("obs_type_refactor", kind(OBSERVATIONS, OBSERVATION_TYPES, "refactor", WITH_ROWS)),
    OBS_TYPE_OTHER("obs_type_other", others(OBSERVATIONS, OBSERVATION_TYPES, WITH_ROWS)),
    SUBAGENT_OBS_COUNT(
            "subagent_obs_count", sum(OBSERVATIONS, new Flag("agent_type IS NOT NULL"), WHEN_POSITIVE, "agent_type")),
    SESSION_COUNT("session_count", count(SESSIONS, WITH_ROWS)),
    SESSION_COMPLETED_COUNT("session_completed_count", kind(SESSIONS, SESSION_STATUSES, "completed", WHEN_POSITIVE)),
    SESSION_FAILED_COUNT("session_failed_count", kind(SESSIONS, SESSION_STATUSES, "failed", WHEN_POSITIVE)),
    SESSIONS_CLAUDE_COUNT("sessions_claude_count", kind(SESSIONS, SESSION_PLATFORMS, "claude", WHEN_POSITIVE)),
    SESSIONS_CODEX_COUNT("sessions_codex_count", kind(SESSIONS, SESSION_PLATFORMS, "codex", WHEN_POSITIVE)),
    SESSIONS_GEMINI_COUNT("sessions_gemini_count", kind(SESSIONS, SESSION_PLATFORMS, "gemini", WHEN_POSITIVE)),
    SESSIONS_OTHER_PLATFORM_COUNT("sessions_other_platform_count", others(SESSIONS, SESSION_PLATFORMS, WHEN_POSITIVE)),
    SUMMARY_COUNT("summary_count", count(SUMMARIES, WHEN_POSITIVE)),
    DISCOVERY_TOKENS(
            "discovery_tokens",
            sum(SUMMARIES, new Contribution.Figure("discovery_tokens"), WITH_ROWS, "discovery_tokens")),
    READ_TOKENS(
            "read_tokens",
            // SQLite's length: code points up to the first NUL, bytes of a BLOB, NULL of NULL
            sum(OBSERVATIONS, new Length("(length(text) + 3) / 4"), WITH_ROWS, "text"),
            2),
    PROMPT_COUNT("prompt_count", count(PROMPTS, WHEN_POSITIVE)),
    PROJECT_COUNT("project_count", new DistinctValues(List.of(OBSERVATIONS, SESSIONS), "project")),
    TOKENS_SAVED_VS_NAIVE(
            "tokens_saved_vs_naive",
            new Derived(
                    List.of(DISCOVERY_TOKENS, READ_TOKENS),
                    "max(0, discovery_tokens - read_tokens)",
                    RollupMetric::saved),
            2),
    GEN_TOKENS_INPUT("gen_tokens_input", new TurnSum("tokens_input"), 3),
    GEN_TOKENS_OUTPUT("gen_tokens_output", new TurnSum("tokens_output"), 3),
    GEN_COST_USD("gen_cost_usd", new TurnSum("cost_usd"), 3);

    private static final String TEXTS = "metric.";

    private final String key;
    private final MetricSource source;
    private final int sinceVersion;

    RollupMetric(String key, MetricSource source) {
        this(key, source, 1);
    }

    RollupMetric(String key, MetricSource source, int sinceVersion) {
        this.key = key;
        this.source = source;
        this.sinceVersion = sinceVersion;
    }

    /** The key in an event. */
    public String key() {
        return key;
    }

    public MetricSource source() {
        return source;
    }

    /** How it is computed, short enough for a label. One that is derived shows the very expression, with a minus sign for people. */
    public Wording formula() {
        return source instanceof Derived derived
                ? Wording.verbatim(derived.expression().replace('-', '−'))
                : Wording.of(TEXTS + key + ".formula");
    }

    /** What it means, one or two plain sentences. */
    public Wording meaning() {
        return Wording.of(TEXTS + key + ".meaning");
    }

    /** The payload version that brought the key; a history sent at an older version lacks it. */
    public int sinceVersion() {
        return sinceVersion;
    }

    public static Optional<RollupMetric> byKey(String key) {
        return Arrays.stream(values()).filter(metric -> metric.key.equals(key)).findFirst();
    }

    private static Optional<BigDecimal> saved(Map<RollupMetric, BigDecimal> day) {
        return Optional.ofNullable(day.get(READ_TOKENS))
                .map(read -> day.getOrDefault(DISCOVERY_TOKENS, BigDecimal.ZERO)
                        .subtract(read)
                        .max(BigDecimal.ZERO));
    }

    private static RowSum sum(SourceTable table, Contribution contribution, Presence presence, String... columns) {
        return new RowSum(table, List.of(columns), contribution, presence);
    }

    private static RowSum count(SourceTable table, Presence presence) {
        return sum(table, new Row(), presence);
    }

    private static RowSum kind(SourceTable table, Kinds kinds, String value, Presence presence) {
        return sum(table, new OfKind(kinds, kinds.kind(value)), presence, kinds.column());
    }

    private static RowSum others(SourceTable table, Kinds kinds, Presence presence) {
        return sum(table, new OfKind(kinds, kinds.other()), presence, kinds.column());
    }
}
