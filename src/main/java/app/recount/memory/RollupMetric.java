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
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The counters of a day. One entry says everything that anybody needs of a counter: its key on the wire, where it comes from, how
 * it is computed, what it means. The reader, the allow-list, the Fields pane and the privacy table all read it here; the order is
 * that of the keys in an event. Rules: claude-mem 13.15.3's historical backfill.
 */
public enum RollupMetric {
    OBSERVATION_COUNT(
            "observation_count",
            count(OBSERVATIONS, WITH_ROWS),
            "count of observations",
            "Observations kept that day."),
    OBS_TYPE_BUGFIX(
            "obs_type_bugfix",
            kind(OBSERVATIONS, OBSERVATION_TYPES, "bugfix", WITH_ROWS),
            "observations with type = bugfix",
            "Observations about a mended fault."),
    OBS_TYPE_DISCOVERY(
            "obs_type_discovery",
            kind(OBSERVATIONS, OBSERVATION_TYPES, "discovery", WITH_ROWS),
            "observations with type = discovery",
            "Observations about something found out."),
    OBS_TYPE_DECISION(
            "obs_type_decision",
            kind(OBSERVATIONS, OBSERVATION_TYPES, "decision", WITH_ROWS),
            "observations with type = decision",
            "Observations about a decision."),
    OBS_TYPE_REFACTOR(
            "obs_type_refactor",
            kind(OBSERVATIONS, OBSERVATION_TYPES, "refactor", WITH_ROWS),
            "observations with type = refactor",
            "Observations about reshaped code."),
    OBS_TYPE_OTHER(
            "obs_type_other",
            others(OBSERVATIONS, OBSERVATION_TYPES, WITH_ROWS),
            "observations of any other type, or none",
            "Observations of every other kind, or of none."),
    SUBAGENT_OBS_COUNT(
            "subagent_obs_count",
            sum(OBSERVATIONS, new Flag("agent_type IS NOT NULL"), WHEN_POSITIVE, "agent_type"),
            "observations whose agent_type is set",
            "Observations that came from a subagent."),
    SESSION_COUNT("session_count", count(SESSIONS, WITH_ROWS), "count of sessions", "Agent sessions started that day."),
    SESSION_COMPLETED_COUNT(
            "session_completed_count",
            kind(SESSIONS, SESSION_STATUSES, "completed", WHEN_POSITIVE),
            "sessions with status = completed",
            "Sessions of that day that were completed."),
    SESSION_FAILED_COUNT(
            "session_failed_count",
            kind(SESSIONS, SESSION_STATUSES, "failed", WHEN_POSITIVE),
            "sessions with status = failed",
            "Sessions of that day that failed."),
    SESSIONS_CLAUDE_COUNT(
            "sessions_claude_count",
            kind(SESSIONS, SESSION_PLATFORMS, "claude", WHEN_POSITIVE),
            "sessions with platform_source = claude",
            "Sessions of Claude Code."),
    SESSIONS_CODEX_COUNT(
            "sessions_codex_count",
            kind(SESSIONS, SESSION_PLATFORMS, "codex", WHEN_POSITIVE),
            "sessions with platform_source = codex",
            "Sessions of Codex."),
    SESSIONS_GEMINI_COUNT(
            "sessions_gemini_count",
            kind(SESSIONS, SESSION_PLATFORMS, "gemini", WHEN_POSITIVE),
            "sessions with platform_source = gemini",
            "Sessions of Gemini."),
    SESSIONS_OTHER_PLATFORM_COUNT(
            "sessions_other_platform_count",
            others(SESSIONS, SESSION_PLATFORMS, WHEN_POSITIVE),
            "sessions of any other platform, or none",
            "Sessions of every other tool, or of none that was named."),
    SUMMARY_COUNT(
            "summary_count",
            count(SUMMARIES, WHEN_POSITIVE),
            "count of summaries",
            "Session summaries written that day."),
    DISCOVERY_TOKENS(
            "discovery_tokens",
            sum(SUMMARIES, new Contribution.Figure("discovery_tokens"), WITH_ROWS, "discovery_tokens"),
            "sum of discovery_tokens",
            "Tokens that the summarised work took to find out. Every observation of a turn repeats the same figure, so only"
                    + " summaries are summed."),
    READ_TOKENS(
            "read_tokens",
            // SQLite's length: code points up to the first NUL, bytes of a BLOB, NULL of NULL
            sum(OBSERVATIONS, new Length("(length(text) + 3) / 4"), WITH_ROWS, "text"),
            "sum of (length(text) + 3) / 4",
            "Tokens that reading the kept texts would cost, at four characters a token.",
            2),
    PROMPT_COUNT(
            "prompt_count",
            count(PROMPTS, WHEN_POSITIVE),
            "count of prompts",
            "Prompts given that day; their text is never read."),
    PROJECT_COUNT(
            "project_count",
            new DistinctValues(List.of(OBSERVATIONS, SESSIONS), "project"),
            "distinct projects of observations and sessions",
            "Different projects worked on; their names are compared, never sent."),
    TOKENS_SAVED_VS_NAIVE(
            "tokens_saved_vs_naive",
            new Derived(List.of(DISCOVERY_TOKENS, READ_TOKENS), RollupMetric::saved),
            "max(0, discovery_tokens − read_tokens)",
            "Tokens that summaries found, less what reading the kept texts would cost.",
            2),
    GEN_TOKENS_INPUT(
            "gen_tokens_input",
            new TurnSum("tokens_input"),
            "sum of tokens_input",
            "Tokens that claude-mem's own compression turns sent to a model, as far as they are known.",
            3),
    GEN_TOKENS_OUTPUT(
            "gen_tokens_output",
            new TurnSum("tokens_output"),
            "sum of tokens_output",
            "Tokens that a model answered to claude-mem's own compression turns, as far as they are known.",
            3),
    GEN_COST_USD(
            "gen_cost_usd",
            new TurnSum("cost_usd"),
            "sum of cost_usd",
            "What providers reported as the cost of these turns, in US dollars; a turn whose cost was not reported adds nothing.",
            3);

    private final String key;
    private final MetricSource source;
    private final String formula;
    private final String meaning;
    private final int sinceVersion;

    RollupMetric(String key, MetricSource source, String formula, String meaning) {
        this(key, source, formula, meaning, 1);
    }

    RollupMetric(String key, MetricSource source, String formula, String meaning, int sinceVersion) {
        this.key = key;
        this.source = source;
        this.formula = formula;
        this.meaning = meaning;
        this.sinceVersion = sinceVersion;
    }

    /** The key in an event. */
    public String key() {
        return key;
    }

    public MetricSource source() {
        return source;
    }

    /** How it is computed, in words short enough for a label. */
    public String formula() {
        return formula;
    }

    /** What it means, one or two plain sentences. */
    public String meaning() {
        return meaning;
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
