package app.recount.analysis;

import app.recount.analysis.AddRequest.UsageFrom;
import app.recount.analysis.AnalysisRun.Identity;
import app.recount.analysis.AnalysisRun.SessionLink;
import app.recount.analysis.AnalysisRun.Times;
import app.recount.analysis.AnalysisRun.Tokens;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.session.AgentSession;
import app.recount.session.SessionChoice.Chosen;
import app.recount.session.SessionRequest;
import app.recount.session.Sessions;
import app.recount.session.TokenSum;
import app.recount.session.Usage;
import app.recount.text.Wording;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adds runs in one go. Problems: {@code SOURCE_ID_INVALID}, {@code RUN_EXISTS}, {@code WINDOW_INVALID}, {@code PROVIDER_UNKNOWN}, {@code PRICES_INCOMPLETE}, {@code
 * USAGE_UNKNOWN}, {@code TOKENS_FINAL_INVALID}, {@code TOKENS_TOO_MANY} and those of the choice of a session.
 */
public final class ManualEntry {

    private final AnalysisStore runs;
    private final Sessions sessions;
    private final SessionLooks looks;
    private final Function<SessionRequest, Chosen> choice;
    private final PriceTable prices;

    ManualEntry(
            AnalysisStore runs,
            Sessions sessions,
            SessionLooks looks,
            Function<SessionRequest, Chosen> choice,
            PriceTable prices) {
        this.runs = runs;
        this.sessions = sessions;
        this.looks = looks;
        this.choice = choice;
        this.prices = prices;
    }

    /** What was counted in a log, and of which session it is. */
    private record Counted(AgentSession session, Usage usage, boolean windowed) {}

    /** Stores the run and returns it as it was stored. */
    public AnalysisRun add(AddRequest request) {
        var source = request.sourceId().strip();
        if (source.isEmpty()) {
            throw new ProblemException(Problem.of("SOURCE_ID_INVALID.run"));
        }
        if (request.pricing().in().isPresent() != request.pricing().out().isPresent()) {
            throw new ProblemException(Problem.of("PRICES_INCOMPLETE"));
        }
        refuseIfBackwards(
                Problem.of("WINDOW_INVALID.run"),
                request.when().startedAt(),
                request.when().completedAt());
        var counted = request.usageFrom().map(this::count);
        var tokens = tokens(request, counted);
        var created = request.when().createdAt().orElseGet(looks::now);
        var times = new Times(
                request.when().startedAt().orElse(null),
                request.when().completedAt().orElse(null),
                request.when().durationSeconds().orElse(duration(request.when())),
                created);
        var link = link(request, tokens, counted);
        if (request.id().isPresent()) {
            var pass = request.pass().orElseGet(() -> runs.nextPass(source));
            return runs.add(run(request, request.id().get(), source, pass, times, tokens, link));
        }
        var year = request.when()
                .startedAt()
                .orElse(created)
                .atZone(ZoneOffset.UTC)
                .getYear();
        return runs.create(
                year,
                source,
                (id, next) -> run(request, id, source, request.pass().orElse(next), times, tokens, link));
    }

    private static AnalysisRun run(
            AddRequest request, String id, String source, int pass, Times times, Tokens tokens, SessionLink link) {
        return new AnalysisRun(
                new Identity(id, source, pass, request.tool().word()),
                request.status().word(),
                request.description(),
                times,
                tokens,
                link,
                request.stages(),
                null,
                request.inputs(),
                request.claims());
    }

    private static @Nullable Long duration(AddRequest.When when) {
        if (when.startedAt().isEmpty() || when.completedAt().isEmpty()) {
            return null;
        }
        return Duration.between(when.startedAt().get(), when.completedAt().get())
                .toSeconds();
    }

    private static void refuseIfBackwards(Problem problem, Optional<Instant> from, Optional<Instant> to) {
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw new ProblemException(problem.advising(Action.read("laterEnd")));
        }
    }

    private Counted count(UsageFrom from) {
        refuseIfBackwards(Problem.of("WINDOW_INVALID"), from.from(), from.to());
        var provider = RunTool.of(from.provider())
                .filter(RunTool::hasSessions)
                .map(RunTool::provider)
                .orElseThrow(() -> new ProblemException(Problem.of("PROVIDER_UNKNOWN", from.provider())));
        var asked = new SessionRequest(
                provider,
                Optional.empty(),
                Optional.of(from.path()),
                Objects.requireNonNullElse(from.path().toAbsolutePath().getParent(), from.path()),
                List.of());
        if (!(choice.apply(asked) instanceof Chosen.One one)) {
            throw new ProblemException(Problem.of("USAGE_UNKNOWN.noSession", from.path(), from.provider()));
        }
        var look = looks.look(one.session().key());
        var usage = look.snapshot().usage();
        if (usage == null) {
            throw new ProblemException(Problem.of("USAGE_UNKNOWN", from.path())
                    .because(reason(look.snapshot()))
                    .advising(Action.read("giveNumbers")));
        }
        var windowed = from.from().isPresent() || from.to().isPresent();
        return new Counted(
                one.session(),
                windowed
                        ? sessions.window(
                                one.session().key(),
                                from.from().orElse(Instant.MIN),
                                from.to().orElse(Instant.MAX))
                        : usage,
                windowed);
    }

    private Tokens tokens(AddRequest request, Optional<Counted> counted) {
        var given = request.tokens();
        var usage = counted.map(Counted::usage).map(Usage::all);
        var in = either(given.in(), usage.map(all -> all.inputSide()));
        var out = either(given.out(), usage.map(all -> all.output()));
        var total = either(given.total(), in == null || out == null ? Optional.empty() : Optional.of(both(in, out)));
        var check = given.check();
        if (check == null && given.last() != null && given.baseline() != null) {
            check = given.last() - given.baseline();
            if (check < 0) {
                throw new ProblemException(Problem.of("TOKENS_FINAL_INVALID.given"));
            }
        }
        var countedOnly = given.in() == null && given.out() == null && given.total() == null;
        var cost = given.costUsd() != null
                ? given.costUsd()
                : cost(request, in, out, countedOnly ? counted : Optional.empty());
        return new Tokens(in, out, total, given.baseline(), given.last(), check, cost);
    }

    private static long both(long in, long out) {
        return TokenSum.of(List.of(in, out))
                .orElseThrow(
                        () -> new ProblemException(Problem.of("TOKENS_TOO_MANY").explained(in, out)));
    }

    /** By the prices given, else by the table and the split that was counted; numbers without a split have no cost. */
    private @Nullable BigDecimal cost(
            AddRequest request, @Nullable Long in, @Nullable Long out, Optional<Counted> counted) {
        if (request.pricing().in().isPresent() && request.pricing().out().isPresent()) {
            return in == null || out == null
                    ? null
                    : PriceTable.tidy(
                            PriceTable.perMillion(in, request.pricing().in().get())
                                    .add(PriceTable.perMillion(
                                            out, request.pricing().out().get())));
        }
        return request.pricing().estimate()
                ? counted.flatMap(found -> prices.cost(found.usage())).orElse(null)
                : null;
    }

    /** Tokens that were counted were counted as the tool of their log does it, whatever the run's tool is called. */
    private static UsageMode mode(Counted counted, RunTool tool) {
        return counted.windowed()
                ? UsageMode.WINDOWED_SUM
                : UsageMode.of(RunTool.of(counted.session().key().tool()).orElse(tool));
    }

    private static SessionLink link(AddRequest request, Tokens tokens, Optional<Counted> counted) {
        var mode = request.whose()
                .mode()
                .or(() -> counted.map(found -> mode(found, request.tool())))
                .or(() -> tokens.equals(Tokens.UNKNOWN) ? Optional.empty() : Optional.of(UsageMode.MANUAL));
        return new SessionLink(
                request.whose()
                        .provider()
                        .or(() -> counted.map(found -> found.session().key().tool()))
                        .orElse(request.tool().provider()),
                mode.map(UsageMode::word).orElse(null),
                request.whose()
                        .sessionId()
                        .or(() -> counted.map(found -> found.session().key().id()))
                        .orElse(null),
                null,
                counted.isPresent() ? "given_path" : null,
                null,
                null,
                null);
    }

    private static @Nullable Long either(@Nullable Long given, Optional<Long> counted) {
        return given != null ? given : counted.orElse(null);
    }

    private static @Nullable Wording reason(Snapshot snapshot) {
        var reason = snapshot.unknownReason();
        return reason == null ? null : Wording.verbatim(reason);
    }
}
