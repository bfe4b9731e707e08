package app.recount.cli;

import app.recount.analysis.RunStatus;
import app.recount.analysis.RunTool;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/** Reads the words of options about runs. */
final class RunWords {

    static final String TOOLS =
            Arrays.stream(RunTool.values()).map(RunTool::word).collect(Collectors.joining(", "));

    private RunWords() {}

    static RunTool tool(ParseResult parsed, String option) {
        var word = CommonOptions.text(parsed, option).orElse("");
        return RunTool.of(word).orElseThrow(() -> CommonOptions.invalid(parsed, option, "it must be one of " + TOOLS));
    }

    static RunStatus status(ParseResult parsed, String option, RunStatus absent, RunStatus... allowed) {
        var word = CommonOptions.text(parsed, option).orElse(absent.word());
        return Arrays.stream(allowed)
                .filter(status -> status.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> CommonOptions.invalid(
                        parsed,
                        option,
                        "it must be one of "
                                + Arrays.stream(allowed).map(RunStatus::word).collect(Collectors.joining(", "))));
    }
}
