package app.recount.cli;

import app.recount.analysis.RunStatus;
import app.recount.analysis.RunTool;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads the words of options about runs. */
final class RunWords {

    static final String TOOLS =
            Arrays.stream(RunTool.values()).map(RunTool::word).collect(Collectors.joining(", "));

    private RunWords() {}

    static RunTool tool(Arguments given, String option) {
        var word = given.text(option).orElse("");
        return RunTool.of(word)
                .orElseThrow(() -> given.invalid(option, given.texts().get("cli.usage.one-of", TOOLS)));
    }

    static RunStatus status(Arguments given, String option, RunStatus absent, RunStatus... allowed) {
        var word = given.text(option).orElse(absent.word());
        return Arrays.stream(allowed)
                .filter(status -> status.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> given.noneOf(
                        option, Arrays.stream(allowed).map(RunStatus::word).toList()));
    }
}
