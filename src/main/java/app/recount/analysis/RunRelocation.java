package app.recount.analysis;

import app.recount.analysis.AnalysisRun.SessionLink;
import app.recount.analysis.AnalysisRun.Tokens;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.session.AgentSession;
import app.recount.session.SessionKey;
import app.recount.session.Sessions;
import app.recount.session.Usage;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Moves a run on to another session. The session before is counted up to now. Of a fork, whose own calls leave out the history it copied,
 * all calls since the run's start belong to the run; of any other session those from now on. A run whose session could not be counted
 * when it started gets its baseline from the new session's calls before the start.
 */
final class RunRelocation {

    private final AnalysisStore runs;
    private final Sessions sessions;
    private final SessionLooks looks;
    private final Texts texts;

    RunRelocation(AnalysisStore runs, Sessions sessions, SessionLooks looks, Texts texts) {
        this.runs = runs;
        this.sessions = sessions;
        this.looks = looks;
        this.texts = texts;
    }

    /** Empty if somebody changed the run meanwhile. */
    Optional<AnalysisRun> move(StoredRun stored, SessionKey key) {
        var run = stored.run();
        var link = run.session();
        if (SessionLooks.key(link).filter(key::equals).isPresent()) {
            return Optional.of(run);
        }
        var target = looks.look(key);
        var held = target.snapshot().usage();
        if (held == null || !key.tool().equals(provider(run))) {
            throw refused(run, key, target.snapshot().unknownReason());
        }
        if (RunCount.of(stored, texts).lastKnownUsage().isEmpty()) {
            return countAnew(stored, key, target.snapshot());
        }
        var base = isFork(target.session().orElseThrow(), link) ? before(run, key) : held;
        return carryOver(stored, key, target.snapshot(), base);
    }

    /** Nothing was known of the run: it counts in the new session from its start on. */
    private Optional<AnalysisRun> countAnew(StoredRun stored, SessionKey key, Snapshot target) {
        var run = stored.run();
        var before = before(run, key);
        var baseline = new Snapshot(
                Objects.requireNonNullElse(run.times().startedAt(), run.times().createdAt()),
                before,
                target.fingerprint(),
                null);
        var moved = run.withTokens(Tokens.startingAt(before.all().total()))
                .withSession(linked(run.session(), key, baseline));
        return runs.move(stored, moved, moveOf(stored, key, target, before, before, null));
    }

    /**
     * What the session before had counted to its end is kept.
     *
     * @param base the new session's count that is not the run's
     */
    private Optional<AnalysisRun> carryOver(StoredRun stored, SessionKey key, Snapshot target, Usage base) {
        var run = stored.run();
        var link = run.session();
        var count = RunCount.of(stored, texts);
        var last = looks.look(link).snapshot();
        var carried = last.usage() == null ? null : count.count(last.usage());
        var gap = carried == null
                ? last.unknownReason()
                : count.sinceLastKnown(carried).unknownReason();
        return runs.move(
                stored,
                run.withSession(linked(link, key, link.baseline())),
                moveOf(
                        stored,
                        key,
                        target,
                        carried == null || gap != null ? count.lastKnownUsage().orElseThrow() : carried,
                        base,
                        gap == null ? null : texts.get("unknown.moved", gap)));
    }

    private static @Nullable String provider(AnalysisRun run) {
        return RunTool.of(run.tool())
                .map(RunTool::provider)
                .orElse(run.session().provider());
    }

    private static boolean isFork(AgentSession session, SessionLink link) {
        return session.parent() != null && session.parent().equals(link.sessionId());
    }

    /** What the session used before the run began; calls without a time count as earlier. */
    private Usage before(AnalysisRun run, SessionKey key) {
        var start =
                Objects.requireNonNullElse(run.times().startedAt(), run.times().createdAt());
        return Usage.of(sessions.calls(key).stream()
                .filter(call -> call.at() == null || !call.at().isAfter(start))
                .toList());
    }

    private static RunMove moveOf(
            StoredRun stored, SessionKey key, Snapshot target, Usage carried, Usage base, @Nullable String gap) {
        var run = stored.run();
        return new RunMove(target.at(), run.stages().size(), run.session().sessionId(), key.id(), carried, base, gap);
    }

    private static SessionLink linked(SessionLink link, SessionKey key, @Nullable Snapshot baseline) {
        return new SessionLink(
                key.tool(),
                RunTool.of(key.tool()).map(UsageMode::of).map(UsageMode::word).orElse(link.mode()),
                key.id(),
                link.folder(),
                SessionLink.MOVED,
                null,
                baseline,
                null);
    }

    private static ProblemException refused(AnalysisRun run, SessionKey key, @Nullable String reason) {
        return new ProblemException(Problem.of("SESSION_NOT_USABLE", run.id(), key.id())
                .because(
                        reason == null
                                ? Wording.of("problem.SESSION_NOT_USABLE.otherTool", run.tool())
                                : Wording.verbatim(reason))
                .advising(Action.read("sameTool")));
    }
}
