package app.recount.analysis;

import static app.recount.analysis.RunFinding.Severity.ERROR;
import static app.recount.analysis.RunFinding.Severity.WARN;

import app.recount.analysis.AnalysisStore.RunFilter;
import app.recount.analysis.RunFinding.Severity;
import app.recount.problem.ProblemException;
import app.recount.text.Wording;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks all runs against the rules. */
public final class AnalysisRules {

    private static final Set<String> STATUSES =
            Stream.of(RunStatus.values()).map(RunStatus::word).collect(Collectors.toUnmodifiableSet());

    private final AnalysisStore runs;
    private final SourceRegister sources;

    AnalysisRules(AnalysisStore runs, SourceRegister sources) {
        this.runs = runs;
        this.sources = sources;
    }

    /** Errors first, then by run. A store that cannot be read is a finding, too. */
    public List<RunFinding> check() {
        try {
            var all = runs.list(RunFilter.ALL, 0);
            var ids = all.stream().map(AnalysisRun::id).collect(Collectors.toSet());
            var known = sources.list().stream().map(Source::id).collect(Collectors.toSet());
            return all.stream()
                    .flatMap(run -> new Check(run, ids, known).findings().stream())
                    .sorted(Comparator.comparing(RunFinding::severity)
                            .thenComparing(RunFinding::run)
                            .thenComparing(RunFinding::code))
                    .toList();
        } catch (ProblemException e) {
            return List.of(
                    new RunFinding(ERROR, "ANALYSIS_LOGS_READ", "", e.problem().sentences()));
        }
    }

    /** The check of one run. */
    private static final class Check {

        private final AnalysisRun run;
        private final Set<String> runs;
        private final Set<String> sources;
        private final List<RunFinding> findings = new ArrayList<>();

        Check(AnalysisRun run, Set<String> runs, Set<String> sources) {
            this.run = run;
            this.runs = runs;
            this.sources = sources;
        }

        List<RunFinding> findings() {
            words();
            numbers();
            references();
            versions();
            sums();
            return findings;
        }

        private void words() {
            if (!STATUSES.contains(run.status())) {
                add(ERROR, "ANALYSIS_STATUS_INVALID", run.status());
            }
            if (RunTool.of(run.tool()).isEmpty()) {
                add(ERROR, "ANALYSIS_TOOL_INVALID", run.tool());
            }
            if (run.stagesFault() != null) {
                add(ERROR, "ANALYSIS_STAGES_INVALID_JSON");
            }
        }

        private void numbers() {
            var duration = run.times().durationSeconds();
            if (duration != null && duration < 0) {
                add(ERROR, "ANALYSIS_DURATION_NEGATIVE", duration);
            }
            var cost = run.tokens().costUsd();
            if (cost != null && cost.signum() < 0) {
                add(ERROR, "ANALYSIS_COST_NEGATIVE", cost.toPlainString());
            }
        }

        private void references() {
            var completed = run.status().equals(RunStatus.COMPLETED.word());
            if (completed && !sources.contains(run.sourceId())) {
                add(ERROR, "ANALYSIS_SOURCE_MISSING", run.sourceId());
            }
            run.inputs().analysisIds().stream()
                    .distinct()
                    .filter(id -> !runs.contains(id))
                    .forEach(id -> add(ERROR, "ANALYSIS_SYNTHESIS_INPUT_MISSING", id));
            run.inputs().sourceIds().stream()
                    .distinct()
                    .filter(id -> completed && !sources.contains(id))
                    .forEach(id -> add(ERROR, "ANALYSIS_SYNTHESIS_SOURCE_MISSING", id));
        }

        private void versions() {
            if (isBlank(run.description().frameworkVersion())) {
                add(WARN, "ANALYSIS_FRAMEWORK_VERSION_MISSING");
            }
            if (isBlank(run.description().methodologyVersion())) {
                add(WARN, "ANALYSIS_METHODOLOGY_VERSION_MISSING");
            }
        }

        private void sums() {
            var tokens = run.tokens();
            if (tokens.check() != null && tokens.last() != null && tokens.baseline() != null) {
                var difference = difference(tokens.last(), tokens.baseline());
                if (!difference.equals(BigInteger.valueOf(tokens.check()))) {
                    add(WARN, "ANALYSIS_TOKENS_CHECK_MISMATCH", tokens.check(), difference);
                }
            }
            var before = tokens.baseline();
            for (var stage : run.stages()) {
                if (stage.cumulative() != null && before != null && stage.delta() != null) {
                    var difference = difference(stage.cumulative(), before);
                    if (!difference.equals(BigInteger.valueOf(stage.delta()))) {
                        add(WARN, "ANALYSIS_TOKENS_CHECK_MISMATCH.stage", stage.name(), stage.delta(), difference);
                    }
                }
                before = stage.cumulative() == null ? before : stage.cumulative();
            }
        }

        /** Exact: what was imported may lie at both ends of 64 bits. */
        private static BigInteger difference(long after, long before) {
            return BigInteger.valueOf(after).subtract(BigInteger.valueOf(before));
        }

        /** @param what the code; where a code has several sentences, a word for this one behind a dot */
        private void add(Severity severity, String what, Object... arguments) {
            int dot = what.indexOf('.');
            var code = dot < 0 ? what : what.substring(0, dot);
            findings.add(new RunFinding(severity, code, run.id(), Wording.of("finding." + what, arguments)));
        }

        private static boolean isBlank(@Nullable String text) {
            return text == null || text.isBlank();
        }
    }
}
