package app.recount.cli;

import app.recount.analysis.AnalysisRun;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.text.VisibleText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run for people. */
final class RunText {

    private static final int LABEL = 14;

    private final AnalysisRun run;
    private final List<String> lines = new ArrayList<>();

    private RunText(AnalysisRun run) {
        this.run = run;
    }

    /** The run in the form that was asked for. */
    static void print(AnalysisRun run, Format format, Console console) {
        if (format == Format.JSON) {
            RunOutput.json(run, console);
        } else {
            new RunText(run).lines().forEach(console::line);
        }
    }

    static ProblemException notFound(String id) {
        return new ProblemException(new Problem(
                "RUN_NOT_FOUND",
                "There is no run %s.".formatted(id),
                null,
                Action.read("List the runs with “recount analysis list”.")));
    }

    private List<String> lines() {
        label("Run", "%s, %s".formatted(run.id(), run.status()));
        label("Source", "%s, pass %d".formatted(run.sourceId(), run.pass()));
        var about = run.description();
        label("Tool", about.model() == null ? run.tool() : run.tool() + ", " + about.model());
        optional("Command", about.command());
        label("Time", time());
        label("Session", session());
        if (run.isOpen()) {
            label("Baseline", Amounts.tokens(run.tokens().baseline()));
        } else {
            label("Tokens", tokens());
            label("Cost", Amounts.dollars(run.tokens().costUsd()));
        }
        optional("Unknown", run.session().unknownReason());
        optional("Written", about.analysisFile());
        words("Claims", run.claims().extracted());
        words("Updated", run.claims().updated());
        words("From sources", run.inputs().sourceIds());
        words("From runs", run.inputs().analysisIds());
        optional("Notes", about.notes());
        optional("Framework", about.frameworkVersion());
        optional("Methodology", about.methodologyVersion());
        optional("Git commit", about.gitCommit());
        optional("Stages", run.stagesFault() == null ? null : "cannot be read");
        stages();
        return lines;
    }

    private String time() {
        var times = run.times();
        if (times.startedAt() == null && times.completedAt() == null) {
            return Amounts.UNKNOWN;
        }
        var from = Amounts.time(times.startedAt());
        return times.completedAt() == null
                ? "since " + from
                : "%s to %s%s"
                        .formatted(
                                from,
                                Amounts.time(times.completedAt()),
                                times.durationSeconds() == null
                                        ? ""
                                        : ", " + Amounts.span(Duration.ofSeconds(times.durationSeconds())));
    }

    private String session() {
        var session = run.session();
        if (session.sessionId() == null) {
            return "none";
        }
        var by = session.chosenBy() == null
                ? ""
                : ", " + RuleText.of(session.chosenBy().toUpperCase(Locale.ROOT));
        return "%s%s%s".formatted(session.sessionId(), by, session.mode() == null ? "" : ", " + session.mode());
    }

    private String tokens() {
        var tokens = run.tokens();
        var own = Amounts.tokens(run.ownTokens());
        if (tokens.in() != null && tokens.out() != null) {
            own += " (%s in, %s out)".formatted(Amounts.tokens(tokens.in()), Amounts.tokens(tokens.out()));
        }
        return tokens.baseline() == null && tokens.last() == null
                ? own
                : "%s, from %s to %s".formatted(own, Amounts.tokens(tokens.baseline()), Amounts.tokens(tokens.last()));
    }

    private void stages() {
        if (run.stages().isEmpty()) {
            return;
        }
        lines.add("");
        var table = new TextTable(List.of("Stage", "Marked", ">Tokens", ">In", ">Out", ">Session", "Notes"));
        for (var stage : run.stages()) {
            table.row(List.of(
                    VisibleText.name(stage.name()),
                    Amounts.time(stage.at()),
                    Amounts.tokens(stage.delta()),
                    Amounts.tokens(stage.tokensIn()),
                    Amounts.tokens(stage.tokensOut()),
                    Amounts.tokens(stage.cumulative()),
                    stage.notes() == null ? "" : VisibleText.name(stage.notes())));
        }
        lines.addAll(table.lines());
    }

    private void optional(String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            label(label, text);
        }
    }

    private void words(String label, List<String> words) {
        if (!words.isEmpty()) {
            label(label, String.join(", ", words));
        }
    }

    private void label(String label, String text) {
        lines.addAll(Paragraph.labelled(label, LABEL, text));
    }
}
