package app.recount;

import app.recount.cli.CommandLineInterface;
import app.recount.cli.Console;
import app.recount.desktop.Desktop;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts Recount: no arguments, or a database, open the desktop; anything else is the command line. */
public final class Recount {

    /** Loaded with the window only: commands need no logging. */
    private static final class JavafxLog {

        /** JavaFX warns through it that it stands on the class path, where docs/decisions/0001 puts it; kept, or it is forgotten. */
        static final Logger LOG = Logger.getLogger("javafx");
    }

    private final Environment environment;
    private final Composition composition;

    private Recount(Environment environment, Composition composition) {
        this.environment = environment;
        this.composition = composition;
    }

    static void main(String[] args) throws IOException {
        var environment = Environment.ofProcess();
        if (Training.isAskedFor()) {
            new Training(environment).run();
            return;
        }
        var composition = new Composition(environment, Clock.systemUTC());
        var recount = new Recount(environment, composition);
        try {
            recount.start(args);
        } catch (ProblemException e) {
            say(recount.sentences(e.problem()));
            recount.exit(3);
        }
    }

    private void start(String... args) {
        var file = database(args);
        if (args.length > 0 && file.isEmpty()) {
            exit(command(args));
        } else {
            new Display(environment)
                    .missing()
                    .ifPresentOrElse(missing -> previewInstead(missing, file), () -> openWindow(file));
        }
    }

    /** What a desktop's “Open with” names: one file. A command wins over a file of its name, which {@code ./name} names as well. */
    private Optional<Path> database(String... args) {
        return Stream.of(args)
                .filter(word -> args.length == 1
                        && new File(word).isFile()
                        && !commandLine().knows(word))
                .map(Path::of)
                .findFirst();
    }

    /** Returns at once; the process lives as long as the window. */
    private void openWindow(Optional<Path> database) {
        JavafxLog.LOG.setLevel(Level.SEVERE);
        Runtime.getRuntime().addShutdownHook(new Thread(composition::close, "close"));
        var toolkit =
                Desktop.startToolkit(environment, () -> composition.settings().scale());
        new Desktop(composition.desktop()).open(toolkit, database.map(Path::toAbsolutePath));
    }

    private void previewInstead(String missing, Optional<Path> database) {
        say("no window: " + missing + ".");
        exit(command(previewWords(database)));
    }

    private String[] previewWords(Optional<Path> database) {
        if (database.isPresent()) {
            return new String[] {"preview", "--database", database.get().toString()};
        }
        return composition.demoIfNone() && !hasDatabase()
                ? new String[] {
                    "preview",
                    "--data-dir",
                    composition.demo().directory().path().toString()
                }
                : new String[] {"preview"};
    }

    private boolean hasDatabase() {
        var setting = composition.settings().current().own().dataDirectory();
        return Files.exists(DataDirectory.locate(environment, setting).database());
    }

    /** In UTF-8 whatever the locale, as the command line speaks. */
    private static void say(String line) {
        // not closed: the preview that follows speaks there too
        var errors = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        errors.println("recount: " + line);
        errors.flush();
    }

    private String sentences(Problem problem) {
        return Stream.concat(
                        Stream.of(problem.sentences()),
                        problem.actions().stream().map(Action::sentence))
                .map(composition.texts()::say)
                .collect(Collectors.joining(" "));
    }

    private int command(String... args) {
        return commandLine().run(args);
    }

    private CommandLineInterface commandLine() {
        return new CommandLineInterface(composition, Console.ofProcess());
    }

    private void exit(int status) {
        composition.close();
        System.exit(status);
    }
}
