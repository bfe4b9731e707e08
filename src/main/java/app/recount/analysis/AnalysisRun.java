package app.recount.analysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One tracked run. The fields that leave in exports are those of realitycheck 0.3.4; status and tool are kept as the words that were
 * stored, because an import may bring others, which validation then reports.
 *
 * @param status a {@link RunStatus} word
 * @param stagesFault the stages' text as it was imported if it is no list of stages; {@code stages} is then empty
 */
public record AnalysisRun(
        Identity identity,
        String status,
        Description description,
        Times times,
        Tokens tokens,
        SessionLink session,
        List<Stage> stages,
        @Nullable String stagesFault,
        Inputs inputs,
        Claims claims) {

    public AnalysisRun {
        stages = List.copyOf(stages);
    }

    /**
     * Which run it is; this never changes.
     *
     * @param id {@code ANALYSIS-YYYY-NNN}
     * @param sourceId what was analysed; plain text, not necessarily registered
     * @param pass how often the source was analysed, from 1
     * @param tool a {@link RunTool} word
     */
    public record Identity(String id, String sourceId, int pass, String tool) {

        /** Only an import brings it. Nothing is counted on from here: there is no number behind it. */
        public static final int LAST_PASS = Integer.MAX_VALUE;
    }

    /** What people and tools said about the run; each may be null. */
    public record Description(
            @Nullable String analysisFile,
            @Nullable String command,
            @Nullable String model,
            @Nullable String frameworkVersion,
            @Nullable String methodologyVersion,
            @Nullable String notes,
            @Nullable String gitCommit) {

        public static final Description NONE = new Description(null, null, null, null, null, null, null);

        Description withVersions(@Nullable String framework, @Nullable String methodology) {
            return new Description(analysisFile, command, model, framework, methodology, notes, gitCommit);
        }
    }

    /**
     * When the run began and ended.
     *
     * @param durationSeconds as stored: completed − started, or what was imported
     */
    public record Times(
            @Nullable Instant startedAt,
            @Nullable Instant completedAt,
            @Nullable Long durationSeconds,
            Instant createdAt) {}

    /**
     * Null is “unknown”, never 0.
     *
     * @param in input side: input, cache reads and writes
     * @param total in + out
     * @param baseline of the session when the run started
     * @param last the session's count when the run ended ({@code tokens_final})
     * @param check last − baseline
     * @param costUsd in US dollars
     */
    public record Tokens(
            @Nullable Long in,
            @Nullable Long out,
            @Nullable Long total,
            @Nullable Long baseline,
            @Nullable Long last,
            @Nullable Long check,
            @Nullable BigDecimal costUsd) {

        public static final Tokens UNKNOWN = new Tokens(null, null, null, null, null, null, null);

        /** Of a run that has not ended: nothing is known but what the session held at the start, if that is. */
        static Tokens startingAt(@Nullable Long baseline) {
            return new Tokens(null, null, null, baseline, null, null, null);
        }

        Tokens withIn(@Nullable Long changed) {
            return new Tokens(changed, out, total, baseline, last, check, costUsd);
        }

        Tokens withOut(@Nullable Long changed) {
            return new Tokens(in, changed, total, baseline, last, check, costUsd);
        }

        Tokens withTotal(@Nullable Long changed) {
            return new Tokens(in, out, changed, baseline, last, check, costUsd);
        }

        Tokens withCost(@Nullable BigDecimal changed) {
            return new Tokens(in, out, total, baseline, last, check, changed);
        }

        Tokens withCounter(@Nullable Long first, @Nullable Long newest, @Nullable Long difference) {
            return new Tokens(in, out, total, first, newest, difference, costUsd);
        }
    }

    /**
     * Whose tokens are counted. Only provider, mode and sessionId are exported.
     *
     * @param provider claude, codex, amp, manual, other
     * @param mode a {@link UsageMode} word
     * @param sessionId the session's UUID, never a path
     * @param folder the folder that the run is about
     * @param chosenBy the {@link app.recount.session.SessionChoice.Rule} that chose it, its name in lower case, or
     *     {@link #MOVED}
     * @param unknownReason why counts are unknown, if they are
     * @param baseline the snapshot at the start
     * @param last the snapshot at the end
     */
    public record SessionLink(
            @Nullable String provider,
            @Nullable String mode,
            @Nullable String sessionId,
            @Nullable String folder,
            @Nullable String chosenBy,
            @Nullable String unknownReason,
            @Nullable Snapshot baseline,
            @Nullable Snapshot last) {

        /** Stands where a rule stands: the user moved the run to this session. */
        public static final String MOVED = "moved";

        public static final SessionLink NONE = new SessionLink(null, null, null, null, null, null, null, null);

        SessionLink withSession(@Nullable String itsProvider, @Nullable String itsMode, @Nullable String itsId) {
            return new SessionLink(itsProvider, itsMode, itsId, folder, chosenBy, unknownReason, baseline, last);
        }

        SessionLink withMode(@Nullable String changed) {
            return withSession(provider, changed, sessionId);
        }

        SessionLink withUnknownReason(@Nullable String changed) {
            return new SessionLink(provider, mode, sessionId, folder, chosenBy, changed, baseline, last);
        }

        SessionLink withLast(@Nullable Snapshot changed) {
            return new SessionLink(provider, mode, sessionId, folder, chosenBy, unknownReason, baseline, changed);
        }
    }

    /** What a synthesis was made from; ids in the order given. */
    public record Inputs(List<String> sourceIds, List<String> analysisIds) {

        public static final Inputs NONE = new Inputs(List.of(), List.of());

        public Inputs {
            sourceIds = List.copyOf(sourceIds);
            analysisIds = List.copyOf(analysisIds);
        }
    }

    /** Ids of claims. */
    public record Claims(List<String> extracted, List<String> updated) {

        public static final Claims NONE = new Claims(List.of(), List.of());

        public Claims {
            extracted = List.copyOf(extracted);
            updated = List.copyOf(updated);
        }
    }

    public String id() {
        return identity.id();
    }

    public String sourceId() {
        return identity.sourceId();
    }

    public int pass() {
        return identity.pass();
    }

    public String tool() {
        return identity.tool();
    }

    public boolean isOpen() {
        return status.equals(RunStatus.STARTED.word());
    }

    /** tokens_check, else total_tokens: the run's own use as far as it is known. */
    public Optional<Long> ownTokens() {
        return Optional.ofNullable(tokens.check() != null ? tokens.check() : tokens.total());
    }

    public AnalysisRun withStatus(RunStatus changed) {
        return new AnalysisRun(
                identity, changed.word(), description, times, tokens, session, stages, stagesFault, inputs, claims);
    }

    public AnalysisRun withDescription(Description changed) {
        return new AnalysisRun(identity, status, changed, times, tokens, session, stages, stagesFault, inputs, claims);
    }

    public AnalysisRun withTimes(Times changed) {
        return new AnalysisRun(
                identity, status, description, changed, tokens, session, stages, stagesFault, inputs, claims);
    }

    public AnalysisRun withTokens(Tokens changed) {
        return new AnalysisRun(
                identity, status, description, times, changed, session, stages, stagesFault, inputs, claims);
    }

    public AnalysisRun withSession(SessionLink changed) {
        return new AnalysisRun(
                identity, status, description, times, tokens, changed, stages, stagesFault, inputs, claims);
    }

    public AnalysisRun withStages(List<Stage> changed) {
        return new AnalysisRun(identity, status, description, times, tokens, session, changed, null, inputs, claims);
    }

    public AnalysisRun withInputs(Inputs changed) {
        return new AnalysisRun(
                identity, status, description, times, tokens, session, stages, stagesFault, changed, claims);
    }

    public AnalysisRun withClaims(Claims changed) {
        return new AnalysisRun(
                identity, status, description, times, tokens, session, stages, stagesFault, inputs, changed);
    }
}
