package app.recount.cli;

import app.recount.analysis.VersionBackfill;
import app.recount.analysis.VersionBackfill.Strategy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.text(STRATEGY, "WORD");
        takes.text("--framework-version", "VERSION");
        takes.text("--methodology-version", "VERSION");
        takes.text("--git-repo", "DIR");
        BackfillOptions.declare(takes);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var backfill = services.tracking().analyses().versions();
        var strategy = strategy(given);
        var plan = backfill.plan(new VersionBackfill.Request(
                strategy,
                given.text("--framework-version"),
                given.text("--methodology-version"),
                given.path("--git-repo").orElse(Path.of("")).toAbsolutePath(),
                given.text("--tool"),
                BackfillOptions.since(given),
                BackfillOptions.until(given),
                given.count("--limit", 0),
                given.has("--force")));
        boolean dry = given.has("--dry-run");
        BackfillOutput.print(
                dry ? plan : backfill.apply(plan),
                dry,
                services.texts().get("cli.backfill.versions.skipped"),
                options,
                console,
                services.texts());
        return ExitStatus.DONE;
    }

    private static Strategy strategy(Arguments given) {
        var word = given.text(STRATEGY).orElse(word(Strategy.GIT_TAGS));
        return Arrays.stream(Strategy.values())
                .filter(strategy -> word(strategy).equals(word))
                .findFirst()
                .orElseThrow(() -> given.noneOf(STRATEGY, List.of(word(Strategy.GIT_TAGS), word(Strategy.FIXED))));
    }

    private static String word(Strategy strategy) {
        return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
