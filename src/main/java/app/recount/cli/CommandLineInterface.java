package app.recount.cli;

import app.recount.analysis.AmbiguousSessionException;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.ProgramVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads a command line, lets one command do it, and says how it ended by the exit status. */
public final class CommandLineInterface {

    private final Services services;
    private final Console console;
    private final List<Command> commands;

    public CommandLineInterface(Services services, Console console) {
        this.services = services;
        this.console = console;
        this.commands = List.of(
                new StatusCommand(services),
                new PreviewCommand(services),
                new ExplainCommand(services),
                new PrivacyCommand(services),
                new SendCommand(services),
                new DeclineCommand(services),
                ReceiptsCommand.with(services),
                GenerationCommand.with(services),
                new RehearseCommand(services),
                new DemoCommand(services),
                new AnalysisCommand(services),
                new SourceCommand(services),
                new ValidateCommand(services),
                new ExportCommand(services),
                new ImportCommand(services),
                new ReferenceCommand(this::tree));
    }

    /** Whether a command has this name. */
    public boolean knows(String word) {
        return tree().knows(word);
    }

    CommandTree tree() {
        return new CommandTree(commands);
    }

    /** Never throws: whatever goes wrong is told on standard error. */
    public int run(String... args) {
        boolean json = asksForJson(args);
        int status = run(json, args);
        if (!json || status == ExitStatus.DONE) { // a script that gets an error gets one object
            services.takeProblems().forEach(problem -> ProblemOutput.print(problem, json, console));
        }
        return status;
    }

    private int run(boolean json, String... args) {
        try {
            int status = parse(args);
            console.flush();
            return status;
        } catch (ParameterException e) {
            ProblemOutput.print(wrongUsage(e), json, console);
            return ExitStatus.WRONG_USAGE;
        } catch (ProblemException e) {
            ProblemOutput.print(e.problem(), json, console);
            return ExitStatus.of(e.problem());
        } catch (AmbiguousSessionException e) {
            CandidateOutput.print(e, services.clock().instant(), json, console);
            return ExitStatus.REFUSED;
        } catch (InvalidPathException e) {
            ProblemOutput.print(notAPath(e), json, console);
            return ExitStatus.REFUSED;
        } catch (CancellationException e) {
            ProblemOutput.print(cancelled(), json, console);
            return ExitStatus.FAILED;
        } catch (RuntimeException | Error e) {
            ProblemOutput.print(unexpected(e), json, console);
            return ExitStatus.FAILED;
        }
    }

    private int parse(String... args) {
        var parsed = tree().needed(List.of(args)).parseArgs(args);
        var deepest = parsed;
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
        }
        return answer(parsed, deepest);
    }

    private int answer(ParseResult parsed, ParseResult deepest) {
        if (parsed.isVersionHelpRequested()) {
            console.line("recount " + ProgramVersion.ofThisBuild().program());
            return ExitStatus.DONE;
        }
        if (deepest.isUsageHelpRequested()) {
            console.result(help(deepest).getBytes(StandardCharsets.UTF_8));
            return ExitStatus.DONE;
        }
        if (deepest.commandSpec().userObject() instanceof Command command) {
            return command.run(deepest, console);
        }
        throw CommonOptions.usage(parsed, "Missing command");
    }

    /** Without colours: what is printed may be piped anywhere. */
    private static String help(ParseResult parsed) {
        var text = new StringWriter();
        parsed.commandSpec().commandLine().usage(new PrintWriter(text), Ansi.OFF);
        return text.toString();
    }

    /** Known before anything is parsed, because wrong usage is told in the same form. */
    private static boolean asksForJson(String... args) {
        var all = Arrays.asList(args);
        int option = all.lastIndexOf("--format");
        return all.contains("--format=json")
                || (option >= 0 && option + 1 < args.length && args[option + 1].equals("json"));
    }

    private static Problem wrongUsage(ParameterException e) {
        var message = String.valueOf(e.getMessage());
        return new Problem(
                "WRONG_USAGE",
                message.endsWith(".") ? message : message + ".",
                null,
                Action.read("See “%s --help”."
                        .formatted(e.getCommandLine().getCommandSpec().qualifiedName())));
    }

    private static Problem notAPath(InvalidPathException e) {
        return new Problem(
                "PATH_NOT_USABLE",
                "“%s” cannot be used as a path.".formatted(e.getInput()),
                e.getReason() + ".",
                Action.read("If it has letters beyond ASCII, set LC_ALL to a UTF-8 locale such as C.UTF-8."));
    }

    private static Problem cancelled() {
        return new Problem("CANCELLED", "It was cancelled.", null, Action.tryAgain());
    }

    /** A fault of the program: where it happened belongs into the report that somebody may write about it. */
    private static Problem unexpected(Throwable e) {
        var place = e.getStackTrace().length == 0 ? "an unknown place" : e.getStackTrace()[0].toString();
        return new Problem(
                "UNEXPECTED",
                "Recount failed in a way that it should not.",
                "%s at %s.".formatted(e, place),
                Action.read("Please report this with the command that you gave."));
    }
}
