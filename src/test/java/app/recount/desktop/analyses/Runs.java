package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.PriceTable.Price;
import app.recount.analysis.RunProgress;
import app.recount.analysis.RunProgress.Part;
import app.recount.analysis.RunProgress.Point;
import app.recount.analysis.Stage;
import app.recount.session.AgentSession;
import app.recount.session.SessionKey;
import app.recount.session.TokenCount;
import app.recount.session.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs and what is known of them, made up. */
final class Runs {

    static final Instant START = Instant.parse("2026-05-20T08:52:10Z");
    static final String SESSION = "8c41f0d2-5a01-4c5e-9a55-0f6f3ad0b7e3";
    static final String MODEL = "claude-sonnet-4-5";

    private Runs() {}

    static AnalysisRun open(int number, String source) {
        return run(number, source, "started", "claude-code", SESSION, AnalysisRun.Inputs.NONE, List.of());
    }

    static AnalysisRun ended(int number, String source, String status) {
        return run(number, source, status, "codex", null, AnalysisRun.Inputs.NONE, List.of());
    }

    static AnalysisRun synthesis(int number, String... inputs) {
        return run(
                number,
                "synthesis",
                "started",
                "claude-code",
                SESSION,
                new AnalysisRun.Inputs(List.of(), List.of(inputs)),
                List.of());
    }

    static AnalysisRun marked(AnalysisRun run, String... names) {
        var stages = Stream.of(names)
                .map(name -> new Stage(name, START, null, null, null, null, null, null))
                .toList();
        return run(
                Integer.parseInt(run.id().substring(run.id().length() - 3)),
                run.sourceId(),
                run.status(),
                run.tool(),
                run.session().sessionId(),
                run.inputs(),
                stages);
    }

    static AnalysisRun run(
            int number,
            String source,
            String status,
            String tool,
            @Nullable String session,
            AnalysisRun.Inputs inputs,
            List<Stage> stages) {
        boolean open = status.equals("started");
        var started = START.plusSeconds(number);
        return new AnalysisRun(
                new AnalysisRun.Identity("ANALYSIS-2026-%03d".formatted(number), source, 1, tool),
                status,
                new AnalysisRun.Description(null, null, MODEL, null, null, null, null),
                new AnalysisRun.Times(started, open ? null : started.plusSeconds(600), open ? null : 600L, started),
                open
                        ? new AnalysisRun.Tokens(null, null, null, 1000L, null, null, null)
                        : new AnalysisRun.Tokens(80L, 20L, 100L, null, null, 100L, new BigDecimal("0.25")),
                new AnalysisRun.SessionLink(
                        "claude", "per_message_sum", session, null, "only_in_folder", null, null, null),
                stages,
                null,
                inputs,
                AnalysisRun.Claims.NONE);
    }

    static Usage used(long input, long write, long read, long output) {
        var tokens = new TokenCount(input, read, write, 0, output, 0, 1);
        var models = new TreeMap<String, TokenCount>();
        models.put(MODEL, tokens);
        return new Usage(tokens, TokenCount.ZERO, models);
    }

    static Part part(@Nullable String name, int fromMinute, int toMinute, @Nullable Usage used) {
        return new Part(
                Optional.ofNullable(name),
                START.plus(Duration.ofMinutes(fromMinute)),
                START.plus(Duration.ofMinutes(toMinute)),
                Optional.ofNullable(used).map(usage -> usage.all().total()),
                Optional.ofNullable(used),
                Optional.empty(),
                Optional.ofNullable(used).map(usage -> new BigDecimal("0.50")),
                null);
    }

    /** A part whose model has no price. */
    static Part unpriced(Part part) {
        return new Part(
                part.name(),
                part.from(),
                part.to(),
                part.delta(),
                part.usage(),
                part.cumulative(),
                Optional.empty(),
                part.notes());
    }

    static RunProgress progress(AnalysisRun run, @Nullable Usage sinceStart, Part... parts) {
        return progress(run, sinceStart, List.of(), parts);
    }

    static RunProgress progress(AnalysisRun run, @Nullable Usage sinceStart, List<Point> curve, Part... parts) {
        return new RunProgress(
                run,
                START.plus(Duration.ofMinutes(30)),
                Optional.empty(),
                Optional.ofNullable(sinceStart),
                sinceStart == null ? "The log was deleted." : null,
                List.of(parts),
                Optional.ofNullable(sinceStart).map(usage -> new BigDecimal("1.50")),
                curve,
                false,
                List.of());
    }

    static Observed observed(RunProgress progress) {
        var prices = new TreeMap<String, Optional<Price>>();
        prices.put(MODEL, Optional.empty());
        return new Observed(progress, new Observed.PriceDay(LocalDate.parse("2026-05-01"), "A list"), prices);
    }

    static AgentSession session(String id, Instant lastActivity, long tokens) {
        return new AgentSession(
                new SessionKey("claude", id),
                "Claude Code",
                "log",
                "work/epoch",
                lastActivity,
                lastActivity,
                START,
                MODEL,
                used(tokens, 0, 0, 0),
                null,
                null,
                new AgentSession.LogState(1, 0, 10, 10, 0, 0, false, false, "f"));
    }
}
