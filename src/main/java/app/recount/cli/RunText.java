package app.recount.cli;

import app.recount.analysis.AnalysisRun;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.text.Texts;
import app.recount.text.VisibleText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run for people. */
final class RunText {

    private static final int LABEL = 14;

    private final AnalysisRun run;
    private final Texts texts;
    private final Amounts amounts;
    private final List<String> lines = new ArrayList<>();

    private RunText(AnalysisRun run, Texts texts) {
        this.run = run;
        this.texts = texts;
        this.amounts = new Amounts(texts);
    }

    /** The run in the form that was asked for. */
    static void print(AnalysisRun run, Format format, Console console, Texts texts) {
        if (format == Format.JSON) {
            RunOutput.json(run, console);
        } else {
            new RunText(run, texts).lines().forEach(console::line);
        }
    }

    static ProblemException notFound(String id, Texts texts) {
        return new ProblemException(Problem.of("RUN_NOT_FOUND", id).advising(Action.read("listRuns")));
    }

    private List<String> lines() {
        label("run", texts.get("cli.run.run", run.id(), run.status()));
        label("source", texts.get("cli.run.source", run.sourceId(), run.pass()));
        var about = run.description();
        label("tool", about.model() == null ? run.tool() : run.tool() + ", " + about.model());
        optional("command", about.command());
        label("time", time());
        label("session", session());
        if (run.isOpen()) {
            label("baseline", amounts.tokens(run.tokens().baseline()));
        } else {
            label("tokens", tokens());
            label("cost", amounts.dollars(run.tokens().costUsd()));
        }
        optional("unknown", run.session().unknownReason());
        optional("written", about.analysisFile());
        words("claims", run.claims().extracted());
        words("updated", run.claims().updated());
        words("from-sources", run.inputs().sourceIds());
        words("from-runs", run.inputs().analysisIds());
        optional("notes", about.notes());
        optional("framework", about.frameworkVersion());
        optional("methodology", about.methodologyVersion());
        optional("git-commit", about.gitCommit());
        optional("stages", run.stagesFault() == null ? null : texts.get("cli.run.stages.unreadable"));
        stages();
        return lines;
    }

    private String time() {
        var times = run.times();
        if (times.startedAt() == null && times.completedAt() == null) {
            return amounts.unknown();
        }
        var from = amounts.time(times.startedAt());
        return times.completedAt() == null
                ? texts.get("cli.run.since", from)
                : texts.get(
                        "cli.run.time",
                        from,
                        amounts.time(times.completedAt()),
                        times.durationSeconds() == null
                                ? ""
                                : ", " + amounts.span(Duration.ofSeconds(times.durationSeconds())));
    }

    private String session() {
        var session = run.session();
        if (session.sessionId() == null) {
            return texts.get("cli.run.no-session");
        }
        var by = session.chosenBy() == null ? "" : ", " + RuleText.of(session.chosenBy(), texts);
        return "%s%s%s".formatted(session.sessionId(), by, session.mode() == null ? "" : ", " + session.mode());
    }

    private String tokens() {
        var tokens = run.tokens();
        var own = amounts.tokens(run.ownTokens());
        if (tokens.in() != null && tokens.out() != null) {
            own = texts.get("cli.run.tokens.split", own, amounts.tokens(tokens.in()), amounts.tokens(tokens.out()));
        }
        return tokens.baseline() == null && tokens.last() == null
                ? own
                : texts.get(
                        "cli.run.tokens.from", own, amounts.tokens(tokens.baseline()), amounts.tokens(tokens.last()));
    }

    private void stages() {
        if (run.stages().isEmpty()) {
            return;
        }
        lines.add("");
        var table = TextTable.headed(texts.get("cli.run.columns"));
        for (var stage : run.stages()) {
            table.row(List.of(
                    VisibleText.name(stage.name()),
                    amounts.time(stage.at()),
                    amounts.tokens(stage.delta()),
                    amounts.tokens(stage.tokensIn()),
                    amounts.tokens(stage.tokensOut()),
                    amounts.tokens(stage.cumulative()),
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
        lines.addAll(Paragraph.labelled(texts.get("cli.run.label." + label), LABEL, text));
    }
}
