package app.recount.cli;

import app.recount.memory.Explained;
import app.recount.memory.Explanation;
import app.recount.memory.Question;
import app.recount.store.Progress;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code explain}: how a value came about, and the query that gives it. Opens no socket and changes nothing. */
final class ExplainCommand implements Command {

    private static final String DAY = "--day";
    private static final String KEY = "--key";
    private static final String ALL_DAYS = "--all-days";

    private final Services services;

    ExplainCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Explains the values of a day: from which rows each was counted, which were left out and"
                        + " why, and the query that counts it.")
                .footer("", "The queries can be run with sqlite3 on the same database and give the same values.");
        spec.addOption(CommonOptions.value(DAY, "DAY", String.class, "The day to explain, such as 2026-05-11."));
        spec.addOption(CommonOptions.value(KEY, "KEY", String.class, "Only this key; first_active_date needs no day."));
        spec.addOption(CommonOptions.flag(ALL_DAYS, "Instead of one day, every day that has an event."));
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var question = question(parsed);
        var request = options.request(services, false);
        var explained = services.memory()
                .explain(
                        request.databaseFile(),
                        request.dataDirectory(),
                        question,
                        options.now(services),
                        Progress.NONE);
        print(explained, options.format(), console);
        return status(explained, console);
    }

    private static Question question(ParseResult parsed) {
        var question = new Question(day(parsed), CommonOptions.text(parsed, KEY));
        boolean allDays = CommonOptions.has(parsed, ALL_DAYS);
        if (allDays && question.day().isPresent()) {
            throw CommonOptions.usage(parsed, "--day and --all-days exclude each other");
        }
        boolean needsDay =
                question.key().filter(Explanation.FIRST_ACTIVE_DATE::equals).isEmpty();
        if (needsDay && !allDays && question.day().isEmpty()) {
            throw CommonOptions.usage(parsed, "Missing required option: '--day=DAY'");
        }
        return question;
    }

    private static Optional<LocalDate> day(ParseResult parsed) {
        return CommonOptions.text(parsed, DAY).map(written -> {
            try {
                return LocalDate.parse(written);
            } catch (DateTimeParseException e) {
                throw CommonOptions.invalid(parsed, DAY, "“%s” is no day such as 2026-05-11".formatted(written));
            }
        });
    }

    private static void print(Explained explained, Format format, Console console) {
        if (format == Format.JSON) {
            console.result(JsonOutput.bytes(json -> new ExplanationJson(json).write(explained)));
        } else {
            ExplanationText.lines(explained).forEach(console::line);
        }
    }

    /** A query that does not give its value is a fault of this program, and must not look like success. */
    private static int status(Explained explained, Console console) {
        var wrong = explained.explanations().stream()
                .filter(explanation ->
                        explanation.recount().filter(again -> !again.agrees()).isPresent())
                .map(Explanation::key)
                .toList();
        if (wrong.isEmpty()) {
            return ExitStatus.DONE;
        }
        console.note("Counted again, these values are others; please report this: " + String.join(", ", wrong) + ".");
        return ExitStatus.FAILED;
    }
}
