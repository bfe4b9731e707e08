package app.recount.cli;

import app.recount.analysis.AddRequest;
import app.recount.analysis.AnalysisRun;
import app.recount.analysis.RunStatus;
import app.recount.analysis.Stage;
import app.recount.analysis.UsageMode;
import app.recount.report.RunJson;
import app.recount.session.AgentTool;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Makes a request of the many options of {@code analysis add}. */
final class AddOptions {

    private static final String USAGE_FROM = "--usage-from";

    /** More digits than money has. */
    private static final int LONGEST_AMOUNT = 30;

    private final ParseResult parsed;
    private final Services services;

    AddOptions(ParseResult parsed, Services services) {
        this.parsed = parsed;
        this.services = services;
    }

    AddRequest request() {
        return new AddRequest(
                id(),
                text("--source-id").orElse(""),
                pass(),
                RunWords.status(parsed, "--status", RunStatus.COMPLETED, RunStatus.values()),
                RunWords.tool(parsed, "--tool"),
                description(),
                when(),
                tokens(),
                new AddRequest.Whose(text("--usage-provider"), mode(), text("--usage-session-id")),
                stages(),
                new AnalysisRun.Inputs(words("--inputs-source-ids"), words("--inputs-analysis-ids")),
                new AnalysisRun.Claims(words("--claims-extracted"), words("--claims-updated")),
                usageFrom(),
                pricing());
    }

    private Optional<String> id() {
        var id = text("--id");
        if (id.filter(word -> !word.matches("[A-Za-z0-9][\\w.-]{0,99}")).isPresent()) {
            throw invalid("--id", "it must be one word such as ANALYSIS-2026-001");
        }
        return id;
    }

    private Optional<Integer> pass() {
        return parsed.hasMatchedOption("--pass")
                ? Optional.of(CommonOptions.count(parsed, "--pass", 0))
                : Optional.empty();
    }

    private AnalysisRun.Description description() {
        return new AnalysisRun.Description(
                orNull("--analysis-file"),
                orNull("--cmd"),
                orNull("--model"),
                orNull("--framework-version"),
                orNull("--methodology-version"),
                orNull("--notes"),
                orNull("--git-commit"));
    }

    private AddRequest.When when() {
        return new AddRequest.When(
                CommonOptions.instant(parsed, "--started-at"),
                CommonOptions.instant(parsed, "--completed-at"),
                Optional.ofNullable(CommonOptions.total(parsed, "--duration-seconds")),
                CommonOptions.instant(parsed, "--created-at"));
    }

    private AnalysisRun.Tokens tokens() {
        return new AnalysisRun.Tokens(
                CommonOptions.total(parsed, "--tokens-in"),
                CommonOptions.total(parsed, "--tokens-out"),
                CommonOptions.total(parsed, "--total-tokens"),
                CommonOptions.total(parsed, "--tokens-baseline"),
                CommonOptions.total(parsed, "--tokens-final"),
                CommonOptions.total(parsed, "--tokens-check"),
                dollars("--cost-usd").orElse(null));
    }

    private Optional<UsageMode> mode() {
        return text("--usage-mode")
                .map(word -> Arrays.stream(UsageMode.values())
                        .filter(mode -> mode.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> invalid(
                                "--usage-mode",
                                "it must be one of "
                                        + String.join(
                                                ", ",
                                                Arrays.stream(UsageMode.values())
                                                        .map(UsageMode::word)
                                                        .toList()))));
    }

    private List<Stage> stages() {
        return text("--stages-json")
                .map(json ->
                        RunJson.readStages(json).orElseThrow(() -> invalid("--stages-json", "it is no list of stages")))
                .orElse(List.of());
    }

    private Optional<AddRequest.UsageFrom> usageFrom() {
        var from = text(USAGE_FROM);
        var start = CommonOptions.instant(parsed, "--window-start");
        var end = CommonOptions.instant(parsed, "--window-end");
        if (from.isEmpty() && (start.isPresent() || end.isPresent())) {
            throw CommonOptions.usage(parsed, "A window needs a log: --usage-from");
        }
        return from.map(written -> {
            var parts = written.split(":", 2);
            if (parts.length < 2 || parts[1].isEmpty()) {
                throw invalid(USAGE_FROM, "it must be a tool and a file, such as claude:/home/me/….jsonl");
            }
            return new AddRequest.UsageFrom(provider(parts[0]), path(parts[1]), start, end);
        });
    }

    private AddRequest.Pricing pricing() {
        return new AddRequest.Pricing(
                CommonOptions.has(parsed, "--estimate-cost"),
                dollars("--price-in-per-1m"),
                dollars("--price-out-per-1m"));
    }

    private String provider(String word) {
        return services.tracking().tools().stream()
                .filter(tool -> tool.word().equals(word) || tool.runTool().equals(word))
                .map(AgentTool::word)
                .findFirst()
                .orElseThrow(() -> invalid(USAGE_FROM, "“%s” is no tool that keeps logs".formatted(word)));
    }

    private Path path(String written) {
        return services.environment().expand(written).toAbsolutePath();
    }

    private Optional<BigDecimal> dollars(String option) {
        return text(option).map(written -> {
            try {
                var amount = written.length() > LONGEST_AMOUNT ? BigDecimal.ONE.negate() : new BigDecimal(written);
                if (amount.signum() >= 0 && Math.abs((long) amount.scale()) <= LONGEST_AMOUNT) {
                    return amount;
                }
            } catch (NumberFormatException e) {
                // the same words as for an amount out of range
            }
            throw invalid(option, "“%s” is no amount of dollars".formatted(written));
        });
    }

    private Optional<String> text(String option) {
        return CommonOptions.text(parsed, option);
    }

    private @Nullable String orNull(String option) {
        return text(option).orElse(null);
    }

    private List<String> words(String option) {
        return CommonOptions.words(parsed, option);
    }

    private ParameterException invalid(String option, String why) {
        return CommonOptions.invalid(parsed, option, why);
    }
}
