package app.recount.cli;

import app.recount.analysis.AddRequest;
import app.recount.analysis.AnalysisRun;
import app.recount.analysis.RunStatus;
import app.recount.analysis.Stage;
import app.recount.analysis.UsageMode;
import app.recount.report.RunJson;
import app.recount.session.AgentTool;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** Makes a request of the many options of {@code analysis add}. */
final class AddOptions {

    private static final String USAGE_FROM = "--usage-from";

    /** More digits than money has. */
    private static final int LONGEST_AMOUNT = 30;

    private final Arguments given;
    private final Services services;

    AddOptions(Arguments given, Services services) {
        this.given = given;
        this.services = services;
    }

    AddRequest request() {
        return new AddRequest(
                id(),
                text("--source-id").orElse(""),
                pass(),
                RunWords.status(given, "--status", RunStatus.COMPLETED, RunStatus.values()),
                RunWords.tool(given, "--tool"),
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
            throw invalid("--id", given.texts().get("cli.analysis.add.no-id"));
        }
        return id;
    }

    private Optional<Integer> pass() {
        return given.parsed().hasMatchedOption("--pass") ? Optional.of(given.count("--pass", 0)) : Optional.empty();
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
                given.instant("--started-at"),
                given.instant("--completed-at"),
                Optional.ofNullable(given.total("--duration-seconds")),
                given.instant("--created-at"));
    }

    private AnalysisRun.Tokens tokens() {
        return new AnalysisRun.Tokens(
                given.total("--tokens-in"),
                given.total("--tokens-out"),
                given.total("--total-tokens"),
                given.total("--tokens-baseline"),
                given.total("--tokens-final"),
                given.total("--tokens-check"),
                dollars("--cost-usd").orElse(null));
    }

    private Optional<UsageMode> mode() {
        return text("--usage-mode")
                .map(word -> Arrays.stream(UsageMode.values())
                        .filter(mode -> mode.word().equals(word))
                        .findFirst()
                        .orElseThrow(() -> given.noneOf(
                                "--usage-mode",
                                Arrays.stream(UsageMode.values())
                                        .map(UsageMode::word)
                                        .toList())));
    }

    private List<Stage> stages() {
        return text("--stages-json")
                .map(json -> RunJson.readStages(json)
                        .orElseThrow(
                                () -> invalid("--stages-json", given.texts().get("cli.analysis.add.no-stages"))))
                .orElse(List.of());
    }

    private Optional<AddRequest.UsageFrom> usageFrom() {
        var from = text(USAGE_FROM);
        var start = given.instant("--window-start");
        var end = given.instant("--window-end");
        if (from.isEmpty() && (start.isPresent() || end.isPresent())) {
            throw given.usage(given.texts().get("cli.analysis.add.window"));
        }
        return from.map(written -> {
            var parts = written.split(":", 2);
            if (parts.length < 2 || parts[1].isEmpty()) {
                throw invalid(USAGE_FROM, given.texts().get("cli.analysis.add.no-log"));
            }
            return new AddRequest.UsageFrom(
                    provider(parts[0]), given.place(parts[1]).toAbsolutePath(), start, end);
        });
    }

    private AddRequest.Pricing pricing() {
        return new AddRequest.Pricing(
                given.has("--estimate-cost"), dollars("--price-in-per-1m"), dollars("--price-out-per-1m"));
    }

    private String provider(String word) {
        return services.tracking().tools().stream()
                .filter(tool -> tool.word().equals(word) || tool.runTool().equals(word))
                .map(AgentTool::word)
                .findFirst()
                .orElseThrow(() -> invalid(USAGE_FROM, given.texts().get("cli.analysis.add.no-tool", word)));
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
            throw invalid(option, given.texts().get("cli.analysis.add.no-dollars", written));
        });
    }

    private Optional<String> text(String option) {
        return given.text(option);
    }

    private @Nullable String orNull(String option) {
        return text(option).orElse(null);
    }

    private List<String> words(String option) {
        return given.words(option);
    }

    private ParameterException invalid(String option, String why) {
        return given.invalid(option, why);
    }
}
