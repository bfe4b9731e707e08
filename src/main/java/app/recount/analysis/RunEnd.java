package app.recount.analysis;

import app.recount.analysis.AnalysisRun.Claims;
import app.recount.analysis.AnalysisRun.Description;
import app.recount.analysis.AnalysisRun.Inputs;
import app.recount.analysis.AnalysisRun.SessionLink;
import app.recount.analysis.AnalysisRun.Times;
import app.recount.analysis.AnalysisRun.Tokens;
import app.recount.analysis.RunCount.Difference;
import app.recount.analysis.SessionLooks.Look;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.session.TokenSum;
import app.recount.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run is once it has ended, or once its end was a mistake. */
final class RunEnd {

    private final PriceTable prices;
    private final Texts texts;

    RunEnd(PriceTable prices, Texts texts) {
        this.prices = prices;
        this.texts = texts;
    }

    /** The run as it ends with this look at its session. */
    AnalysisRun ended(StoredRun stored, CompleteRequest request, Look look) {
        var run = stored.run();
        var completed = described(run, request, look)
                .withStatus(request.status())
                .withTimes(ended(run.times(), look.snapshot().at()))
                .withInputs(new Inputs(
                        request.inputsSourceIds().orElse(run.inputs().sourceIds()),
                        request.inputsAnalysisIds().orElse(run.inputs().analysisIds())))
                .withClaims(new Claims(
                        request.claimsExtracted().orElse(run.claims().extracted()),
                        request.claimsUpdated().orElse(run.claims().updated())));
        return request.tokensFinal().isPresent()
                ? withGivenCount(completed, request.tokensFinal().get())
                : withCount(completed, RunCount.of(stored, texts), look.snapshot(), request.estimateCost());
    }

    private static AnalysisRun described(AnalysisRun run, CompleteRequest request, Look look) {
        var before = run.description();
        var model = before.model();
        return run.withDescription(new Description(
                said(request.analysisFile(), before.analysisFile()),
                before.command(),
                model == null && look.session().isPresent()
                        ? look.session().get().model()
                        : model,
                before.frameworkVersion(),
                before.methodologyVersion(),
                said(request.notes(), before.notes()),
                before.gitCommit()));
    }

    private static @Nullable String said(Optional<String> anew, @Nullable String before) {
        return anew.isEmpty() ? before : anew.filter(text -> !text.isBlank()).orElse(null);
    }

    /** A clock that was set back leaves the duration unknown; it is never negative. */
    private static Times ended(Times times, Instant at) {
        var duration = times.startedAt() == null
                ? null
                : (Long) Duration.between(times.startedAt(), at).toSeconds();
        return new Times(times.startedAt(), at, duration == null || duration < 0 ? null : duration, times.createdAt());
    }

    private AnalysisRun withCount(AnalysisRun run, RunCount count, Snapshot session, boolean estimateCost) {
        var total = session.usage() == null ? null : count.count(session.usage());
        var used = total == null
                ? Difference.unknown(Objects.requireNonNullElse(session.unknownReason(), texts.get("unknown.nothing")))
                : count.sinceStart(total);
        var last = new Snapshot(session.at(), total, session.fingerprint(), used.unknownReason());
        var baseline = run.tokens().baseline();
        var cumulative = total == null ? null : (Long) total.all().total();
        var tokens = used.usage() == null
                ? new Tokens(null, null, null, baseline, cumulative, null, null)
                : new Tokens(
                        used.usage().all().inputSide(),
                        used.usage().all().output(),
                        used.usage().all().total(),
                        baseline,
                        cumulative,
                        used.usage().all().total(),
                        estimateCost ? prices.cost(used.usage()).orElse(null) : null);
        return run.withTokens(tokens).withSession(run.session().withLast(last).withUnknownReason(used.unknownReason()));
    }

    /** A count that somebody gave says nothing about kinds of tokens, and so nothing about the cost. */
    private AnalysisRun withGivenCount(AnalysisRun run, long last) {
        var baseline = run.tokens().baseline();
        if (last < 0 || (baseline != null && last < baseline)) {
            throw new ProblemException(
                    Problem.of("TOKENS_FINAL_INVALID", last).explained(baseline == null ? 0 : baseline));
        }
        var used = baseline == null ? null : used(baseline, last);
        return run.withTokens(new Tokens(null, null, used, baseline, last, used, null))
                .withSession(run.session()
                        .withMode(UsageMode.MANUAL.word())
                        .withLast(null)
                        .withUnknownReason(
                                used == null
                                        ? Objects.requireNonNullElse(
                                                run.session().unknownReason(), texts.get("unknown.start"))
                                        : null));
    }

    private static Long used(long baseline, long last) {
        return TokenSum.between(baseline, last)
                .orElseThrow(() ->
                        new ProblemException(Problem.of("TOKENS_TOO_MANY.used").explained(baseline, last)));
    }

    /** The run as if it had not ended: the end and its numbers go, stages and what was said about the run stay. */
    static AnalysisRun reopened(AnalysisRun run) {
        var times = run.times();
        return run.withStatus(RunStatus.STARTED)
                .withTimes(new Times(times.startedAt(), null, null, times.createdAt()))
                .withTokens(Tokens.startingAt(run.tokens().baseline()))
                .withSession(reopened(run.session(), run.tool()));
    }

    private static SessionLink reopened(SessionLink link, String tool) {
        var open = link.withLast(null);
        if (open.sessionId() == null) {
            return open;
        }
        var baseline = open.baseline();
        return open.withMode(
                        RunTool.of(tool).map(UsageMode::of).map(UsageMode::word).orElse(open.mode()))
                .withUnknownReason(baseline == null ? null : baseline.unknownReason());
    }
}
