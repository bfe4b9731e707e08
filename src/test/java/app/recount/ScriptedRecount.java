package app.recount;

import app.recount.cli.CommandLineInterface;
import app.recount.cli.Console;
import app.recount.store.Environment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The commands of a script, one a line, in one process; then, if asked for, every page of the window. {@code @digest} stands for the
 * digest that was printed last, {@code @run} for the last run.
 */
public final class ScriptedRecount {

    /** Begins the line that tells how a command ended. */
    static final String ENDED = "ENDED ";

    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern RUN = Pattern.compile("ANALYSIS-\\d{4}-\\d+");

    private final Composition composition;
    private String digest = "";
    private String run = "";

    private ScriptedRecount(Composition composition) {
        this.composition = composition;
    }

    static void main(String[] args) throws IOException {
        var options = List.of(args).subList(1, args.length);
        if (options.contains("guarded")) {
            NetworkGuard.install();
        }
        var composition = new Composition(Environment.ofProcess(), Clock.systemUTC());
        var scripted = new ScriptedRecount(composition);
        for (var line : Files.readAllLines(Path.of(args[0]))) {
            scripted.command(line);
        }
        if (options.contains("window")) {
            EveryPage.of(composition.desktop()).forEach(page -> System.out.println(ENDED + "0 page " + page));
        }
        composition.close();
        System.exit(0);
    }

    private void command(String line) {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var words = line.replace("@digest", digest).replace("@run", run).split(" ", -1);
        int status = new CommandLineInterface(composition, new Console(output, errors)).run(words);
        var text = output.toString(StandardCharsets.UTF_8);
        digest = last(DIGEST, text, digest);
        run = last(RUN, text, run);
        System.out.println(ENDED + status + " " + line);
        System.out.println(text + errors.toString(StandardCharsets.UTF_8));
    }

    private static String last(Pattern pattern, String text, String otherwise) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .reduce((_, next) -> next)
                .orElse(otherwise);
    }
}
