package app.recount.cli;

import app.recount.analysis.VersionBackfill;
import app.recount.analysis.VersionBackfill.Strategy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code analysis backfill-versions}: fills in which versions past runs were made with. */
final class BackfillVersionsCommand implements Command {

    private static final String STRATEGY = "--strategy";

    private final Services services;

    BackfillVersionsCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "backfill-versions";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Fills in which versions of framework and methodology past runs were made with.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(CommonOptions.value(
                STRATEGY,
                "WORD",
                String.class,
                "git-tags (the default): the newest tag that is older than the start of the run; fixed: as given."));
        spec.addOption(CommonOptions.value(
                "--framework-version", "VERSION", String.class, "Needed by fixed; wins over a tag."));
        spec.addOption(CommonOptions.value("--methodology-version", "VERSION", String.class, "For both strategies."));
        spec.addOption(CommonOptions.value(
                "--git-repo", "DIR", String.class, "The framework's repository; the current folder without it."));
        BackfillOptions.declare(spec);
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var backfill = services.tracking().analyses().versions();
        var strategy = strategy(parsed);
        var plan = backfill.plan(new VersionBackfill.Request(
                strategy,
                CommonOptions.text(parsed, "--framework-version"),
                CommonOptions.text(parsed, "--methodology-version"),
                CommonOptions.text(parsed, "--git-repo")
                        .map(services.environment()::expand)
                        .orElse(Path.of(""))
                        .toAbsolutePath(),
                CommonOptions.text(parsed, "--tool"),
                BackfillOptions.since(parsed),
                BackfillOptions.until(parsed),
                CommonOptions.count(parsed, "--limit", 0),
                CommonOptions.has(parsed, "--force")));
        boolean dry = CommonOptions.has(parsed, "--dry-run");
        BackfillOutput.print(dry ? plan : backfill.apply(plan), dry, "no start", options, console);
        return ExitStatus.DONE;
    }

    private static Strategy strategy(ParseResult parsed) {
        var word = CommonOptions.text(parsed, STRATEGY).orElse(word(Strategy.GIT_TAGS));
        return Arrays.stream(Strategy.values())
                .filter(strategy -> word(strategy).equals(word))
                .findFirst()
                .orElseThrow(() -> CommonOptions.invalid(
                        parsed,
                        STRATEGY,
                        "it must be one of "
                                + String.join(", ", List.of(word(Strategy.GIT_TAGS), word(Strategy.FIXED)))));
    }

    private static String word(Strategy strategy) {
        return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
