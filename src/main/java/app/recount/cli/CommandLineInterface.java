package app.recount.cli;

import app.recount.analysis.AmbiguousSessionException;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.ProgramVersion;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads a command line, lets one command do it, and says how it ended by the exit status. */
public final class CommandLineInterface {

    private final Services services;
    private final Console console;
    private final Texts texts;
    private final List<Command> commands;

    public CommandLineInterface(Services services, Console console) {
        this.services = services;
        this.console = console;
        this.texts = services.texts();
        this.commands = List.of(
                new StatusCommand(services),
                new PreviewCommand(services),
                new ExplainCommand(services),
                new PrivacyCommand(services),
                new SendCommand(services),
                new DeclineCommand(services),
                new GroupWithUsual(
                        "receipts",
                        new ReceiptsListCommand(services),
                        List.of(
                                new ReceiptsVerifyCommand(services),
                                new ReceiptsShowCommand(services),
                                new ReceiptsExportCommand(services),
                                new ReceiptsWithdrawCommand(services))),
                new GroupWithUsual(
                        "generation",
                        new GenerationSummaryCommand(services),
                        List.of(
                                new GenerationListCommand(services),
                                new GenerationRecordCommand(services),
                                new GenerationImportCommand(services),
                                new GenerationTableCommand(services))),
                new RehearseCommand(services),
                new DemoCommand(services),
                new AnalysisCommand(services),
                new SourceCommand(services),
                new ValidateCommand(services),
                new ExportCommand(services),
                new ImportCommand(services),
                new ReferenceCommand(this::tree, texts));
    }

    /** Whether a command has this name. */
    public boolean knows(String word) {
        return tree().knows(word);
    }

    CommandTree tree() {
        return new CommandTree(commands, texts);
    }

    /** Never throws: whatever goes wrong is told on standard error. */
    public int run(String... args) {
        boolean json = asksForJson(args);
        int status = run(json, args);
        if (!json || status == ExitStatus.DONE) { // a script that gets an error gets one object
            services.takeProblems().forEach(problem -> ProblemOutput.print(problem, json, console, texts));
        }
        return status;
    }

    private int run(boolean json, String... args) {
        try {
            int status = parse(args);
            console.flush();
            return status;
        } catch (ParameterException e) {
            ProblemOutput.print(wrongUsage(e, args), json, console, texts);
            return ExitStatus.WRONG_USAGE;
        } catch (ProblemException e) {
            ProblemOutput.print(e.problem(), json, console, texts);
            return ExitStatus.of(e.problem());
        } catch (Console.NotWritten e) {
            ProblemOutput.print(notWritten(e), json, console, texts);
            return ExitStatus.FAILED;
        } catch (AmbiguousSessionException e) {
            CandidateOutput.print(e, services.clock().instant(), json, console, texts);
            return ExitStatus.REFUSED;
        } catch (InvalidPathException e) {
            ProblemOutput.print(notAPath(e), json, console, texts);
            return ExitStatus.REFUSED;
        } catch (CancellationException e) {
            ProblemOutput.print(cancelled(), json, console, texts);
            return ExitStatus.FAILED;
        } catch (RuntimeException | Error e) {
            ProblemOutput.print(unexpected(e), json, console, texts);
            return ExitStatus.FAILED;
        }
    }

    private int parse(String... args) {
        var parsed = parsed(tree().needed(List.of(args)), args);
        var deepest = parsed;
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
        }
        return answer(parsed, deepest);
    }

    private ParseResult parsed(CommandLine line, String... args) {
        try {
            return line.parseArgs(args);
        } catch (UnmatchedArgumentException e) {
            throw MissingCommand.explains(e, List.of(args)) ? MissingCommand.after(e.getCommandLine(), texts) : e;
        }
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
            return command.run(arguments(deepest), console);
        }
        throw MissingCommand.after(parsed.commandSpec().commandLine(), texts);
    }

    private Arguments arguments(ParseResult parsed) {
        return new Arguments(parsed, texts, services.environment());
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

    private static Problem wrongUsage(ParameterException e, String... args) {
        return new Problem("WRONG_USAGE", new ParserWords(List.of(args)).of(e))
                .advising(Action.read(
                        "seeHelp", e.getCommandLine().getCommandSpec().qualifiedName()));
    }

    private static Problem notAPath(InvalidPathException e) {
        return Problem.of("PATH_NOT_USABLE", e.getInput())
                .because(Wording.verbatim(e.getReason() + "."))
                .advising(Action.read("setLocale"));
    }

    /** A run that began, or a no, is not undone by that: who only tried again would have two of them. */
    private static Problem notWritten(Console.NotWritten e) {
        return Problem.of("OUTPUT_NOT_WRITTEN")
                .because(Objects.requireNonNull(e.getCause()))
                .advising(Action.read("lookFirst"));
    }

    private static Problem cancelled() {
        return Problem.of("CANCELLED").advising(Action.tryAgain());
    }

    /** A fault of the program: where it happened belongs into the report that somebody may write about it. */
    private static Problem unexpected(Throwable e) {
        var place = e.getStackTrace().length == 0
                ? Wording.of("problem.UNEXPECTED.nowhere")
                : Wording.verbatim(e.getStackTrace()[0].toString());
        return Problem.of("UNEXPECTED").explained(e, place).advising(Action.read("report"));
    }
}
