package app.recount.report;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.EndToEnd;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs as a Markdown document: a table of all, a section for each, and the totals. */
final class RunMarkdown {

    private final Function<String, Optional<AnalysisRun>> find;
    private final List<String> lines = new ArrayList<>();

    private RunMarkdown(Function<String, Optional<AnalysisRun>> find) {
        this.find = find;
    }

    /**
     * Writes the document.
     *
     * @param find any run by its id: the inputs of a synthesis need not be among the exported
     */
    static String write(List<AnalysisRun> runs, LocalDate today, Function<String, Optional<AnalysisRun>> find) {
        return new RunMarkdown(find).document(runs, today);
    }

    private String document(List<AnalysisRun> runs, LocalDate today) {
        lines.addAll(List.of("# Analysis Logs", "", "*Exported: %s*".formatted(today), ""));
        if (runs.isEmpty()) {
            lines.add("*No analysis logs found.*");
        } else {
            entries(runs);
            runs.forEach(this::details);
            lines.addAll(MarkdownTotals.of(runs).lines());
        }
        return String.join("\n", lines) + "\n";
    }

    private void entries(List<AnalysisRun> runs) {
        lines.addAll(List.of("## Log Entries", ""));
        lines.add("| Pass | Date | Source | Tool | Model | Duration | Tokens | Cost | Notes |");
        lines.add("|------|------|--------|------|-------|----------|--------|------|-------|");
        for (var run : runs) {
            lines.add(MarkdownText.row(List.of(
                    String.valueOf(run.pass()),
                    MarkdownText.day(run),
                    MarkdownText.of(run.sourceId()),
                    MarkdownText.of(run.tool()),
                    MarkdownText.orUnknown(run.description().model()),
                    MarkdownText.duration(run.times().durationSeconds()),
                    MarkdownText.tokens(run),
                    MarkdownText.cost(run.tokens().costUsd()),
                    MarkdownText.of(run.description().notes()))));
        }
        lines.add("");
    }

    private void details(AnalysisRun run) {
        lines.addAll(List.of(
                "### %s: %s, pass %d".formatted(MarkdownText.of(run.id()), MarkdownText.of(run.sourceId()), run.pass()),
                ""));
        var tokens = run.tokens();
        item("Status", MarkdownText.of(run.status()));
        optional("Command", run.description().command());
        optional("Analysis file", run.description().analysisFile());
        item("Started", MarkdownText.time(run.times().startedAt()));
        item("Completed", MarkdownText.time(run.times().completedAt()));
        item(
                "Tokens",
                "%s in, %s out, %s in total"
                        .formatted(
                                MarkdownText.count(tokens.in()),
                                MarkdownText.count(tokens.out()),
                                MarkdownText.count(tokens.total())));
        item("Tokens baseline", MarkdownText.count(tokens.baseline()));
        item("Tokens final", MarkdownText.count(tokens.last()));
        item("Tokens check", MarkdownText.count(tokens.check()));
        item(
                "Usage",
                "%s, %s, session %s"
                        .formatted(
                                MarkdownText.orUnknown(run.session().provider()),
                                MarkdownText.orUnknown(run.session().mode()),
                                MarkdownText.orUnknown(run.session().sessionId())));
        optional("Framework version", run.description().frameworkVersion());
        optional("Methodology version", run.description().methodologyVersion());
        words("Claims extracted", run.claims().extracted());
        words("Claims updated", run.claims().updated());
        words("Input sources", run.inputs().sourceIds());
        optional("Git commit", run.description().gitCommit());
        lines.add("");
        stages(run);
        if (!run.inputs().analysisIds().isEmpty()) {
            inputs(EndToEnd.of(
                    run,
                    run.inputs().analysisIds().stream()
                            .map(find)
                            .flatMap(Optional::stream)
                            .toList()));
        }
    }

    private void stages(AnalysisRun run) {
        if (run.stagesFault() != null) {
            lines.addAll(List.of("The stages cannot be read: " + MarkdownText.of(run.stagesFault()), ""));
        }
        if (run.stages().isEmpty()) {
            return;
        }
        lines.add(MarkdownText.head(List.of("Stage", "Time", "Cumulative", "Delta", "In", "Out", "Notes")));
        for (var stage : run.stages()) {
            lines.add(MarkdownText.row(List.of(
                    MarkdownText.of(stage.name()),
                    MarkdownText.time(stage.at()),
                    MarkdownText.count(stage.cumulative()),
                    MarkdownText.count(stage.delta()),
                    MarkdownText.count(stage.tokensIn()),
                    MarkdownText.count(stage.tokensOut()),
                    MarkdownText.of(stage.notes()))));
        }
        lines.add("");
    }

    private void inputs(EndToEnd whole) {
        lines.addAll(List.of("#### Inputs", ""));
        lines.add(MarkdownText.head(List.of("Analysis", "Tokens", "Cost")));
        for (var input : whole.inputs()) {
            lines.add(MarkdownText.row(List.of(
                    MarkdownText.of(input.id()),
                    MarkdownText.count(input.tokens().orElse(null)),
                    MarkdownText.cost(input.costUsd().orElse(null)))));
        }
        lines.add("");
        item(
                "Total end-to-end",
                "%s tokens, %s"
                        .formatted(
                                MarkdownText.count(whole.total().orElse(null)),
                                MarkdownText.cost(whole.costUsd().orElse(null))));
        lines.add("");
    }

    private void optional(String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            item(label, MarkdownText.of(text));
        }
    }

    private void words(String label, List<String> words) {
        if (!words.isEmpty()) {
            item(label, MarkdownText.words(words));
        }
    }

    private void item(String label, String text) {
        lines.add("- **%s**: %s".formatted(label, text));
    }
}
