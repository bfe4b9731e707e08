package app.recount.analysis;

import app.recount.analysis.AnalysisRun.Claims;
import app.recount.analysis.AnalysisRun.Description;
import app.recount.analysis.AnalysisRun.Identity;
import app.recount.analysis.AnalysisRun.Inputs;
import app.recount.analysis.AnalysisRun.SessionLink;
import app.recount.analysis.AnalysisRun.Times;
import app.recount.analysis.AnalysisRun.Tokens;
import app.recount.analysis.SessionLooks.Look;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.session.AgentSession;
import app.recount.session.SessionChoice.Chosen;
import app.recount.session.SessionRequest;
import app.recount.text.Texts;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Starts runs: chooses the session, takes its count as the baseline, stores the run. */
final class RunStart {

    private final AnalysisStore runs;
    private final SessionLooks looks;
    private final Function<SessionRequest, Chosen> choice;
    private final Texts texts;

    RunStart(AnalysisStore runs, SessionLooks looks, Function<SessionRequest, Chosen> choice, Texts texts) {
        this.texts = texts;
        this.runs = runs;
        this.looks = looks;
        this.choice = choice;
    }

    AnalysisRun start(StartRequest request) {
        var source = request.sourceId().strip();
        if (source.isEmpty()) {
            throw new ProblemException(Problem.of("SOURCE_ID_INVALID.run"));
        }
        var chosen = choose(request);
        var snapshot = chosen.look().map(Look::snapshot).orElse(null);
        var baseline = snapshot == null || snapshot.usage() == null
                ? null
                : snapshot.usage().all().total();
        // with a session the run starts when its count was taken, not a moment later
        var now = snapshot == null ? looks.now() : snapshot.at();
        return runs.create(
                now.atZone(ZoneOffset.UTC).getYear(),
                source,
                (id, pass) -> new AnalysisRun(
                        new Identity(id, source, pass, request.tool().word()),
                        RunStatus.STARTED.word(),
                        description(request, chosen),
                        new Times(now, null, null, now),
                        Tokens.startingAt(baseline),
                        link(request, chosen, snapshot),
                        List.of(),
                        null,
                        Inputs.NONE,
                        Claims.NONE));
    }

    private static SessionLink link(StartRequest request, Choice chosen, @Nullable Snapshot baseline) {
        var session = chosen.session();
        return new SessionLink(
                request.tool().provider(),
                session == null ? null : UsageMode.of(request.tool()).word(),
                session == null ? null : session.key().id(),
                request.folder().toAbsolutePath().normalize().toString(),
                chosen.by(),
                chosen.unknownReason(),
                baseline,
                null);
    }

    private static Description description(StartRequest request, Choice chosen) {
        return new Description(
                null,
                request.command().orElse(null),
                request.model().or(chosen::model).orElse(null),
                null,
                null,
                request.notes().orElse(null),
                GitCommit.of(request.folder()).orElse(null));
    }

    /** The session of the run, or the reason why it has none. */
    private record Choice(
            @Nullable AgentSession session,
            Optional<Look> look,
            @Nullable String by,
            @Nullable String unknownReason) {

        static Choice none(String reason) {
            return new Choice(null, Optional.empty(), null, reason);
        }

        Optional<String> model() {
            return look.flatMap(Look::session)
                    .or(() -> Optional.ofNullable(session))
                    .map(AgentSession::model);
        }
    }

    private Choice choose(StartRequest request) {
        if (!request.tool().hasSessions()) {
            return Choice.none(texts.get("unknown.notLooked", request.tool().word()));
        }
        if (request.withoutSession()) {
            return Choice.none(texts.get("unknown.withoutSession"));
        }
        var asked = new SessionRequest(
                request.tool().provider(),
                request.sessionId(),
                request.sessionPath(),
                request.folder(),
                request.processes());
        return switch (choice.apply(asked)) {
            case Chosen.One one -> {
                var look = looks.look(one.session().key());
                yield new Choice(
                        one.session(),
                        Optional.of(look),
                        request.chosenBy().orElse(one.rule()).name().toLowerCase(Locale.ROOT),
                        look.snapshot().unknownReason());
            }
            case Chosen.Ambiguous ambiguous -> throw ambiguous(request, ambiguous.candidates());
            case Chosen.None _ ->
                Choice.none(texts.get("unknown.notFound", request.tool().word()));
        };
    }

    private static AmbiguousSessionException ambiguous(StartRequest request, List<AgentSession> candidates) {
        return new AmbiguousSessionException(
                Problem.of(
                                "SESSION_AMBIGUOUS",
                                candidates.size(),
                                request.tool().word())
                        .explained(request.folder())
                        .advising(Action.read("nameSession"), Action.read("noSession")),
                candidates);
    }
}
