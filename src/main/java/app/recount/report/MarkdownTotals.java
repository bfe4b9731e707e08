package app.recount.report;

import app.recount.analysis.AnalysisRun;
import app.recount.session.TokenSum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What all runs together used, and how many of them nothing is known of. */
record MarkdownTotals(Sum all, Map<String, Sum> byTool) {

    /**
     * The runs of one kind.
     *
     * @param tokens of those that are known; null if that is too large a number
     */
    record Sum(int runs, @Nullable Long tokens, int unknownTokens, BigDecimal cost, int unknownCosts) {

        static Sum of(List<AnalysisRun> runs) {
            var costs = runs.stream()
                    .map(run -> run.tokens().costUsd())
                    .filter(Objects::nonNull)
                    .toList();
            var known = runs.stream().flatMap(run -> run.ownTokens().stream()).toList();
            return new Sum(
                    runs.size(),
                    TokenSum.of(known).orElse(null),
                    runs.size() - known.size(),
                    costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                    runs.size() - costs.size());
        }

        String tokensText() {
            return MarkdownText.known(MarkdownText.count(tokens), unknownTokens);
        }

        String costText() {
            return MarkdownText.known(MarkdownText.cost(cost), unknownCosts);
        }
    }

    static MarkdownTotals of(List<AnalysisRun> runs) {
        var byTool = new TreeMap<String, Sum>();
        runs.stream()
                .collect(Collectors.groupingBy(AnalysisRun::tool))
                .forEach((tool, some) -> byTool.put(tool, Sum.of(some)));
        return new MarkdownTotals(Sum.of(runs), byTool);
    }

    List<String> lines() {
        var lines = new ArrayList<>(List.of(
                "## Summary Totals",
                "",
                "- **Total Logs**: " + all.runs(),
                "- **Total Tokens**: " + all.tokensText(),
                "- **Total Cost**: " + all.costText(),
                "",
                "### By Tool",
                "",
                "| Tool | Logs | Tokens | Cost |",
                "|------|------|--------|------|"));
        byTool.forEach((tool, sum) -> lines.add(MarkdownText.row(
                List.of(MarkdownText.of(tool), String.valueOf(sum.runs()), sum.tokensText(), sum.costText()))));
        return lines;
    }
}
