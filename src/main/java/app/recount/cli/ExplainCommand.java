package app.recount.cli;

import app.recount.memory.Explained;
import app.recount.memory.Explanation;
import app.recount.memory.Question;
import app.recount.store.Progress;

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
    public void declare(Declaration takes) {
        takes.text(DAY, "DAY");
        takes.text(KEY, "KEY");
        takes.flag(ALL_DAYS);
        takes.common(Format.TEXT, Format.JSON);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var question = question(given);
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

    private Question question(Arguments given) {
        var question = new Question(given.day(DAY), given.text(KEY));
        boolean allDays = given.has(ALL_DAYS);
        if (allDays && question.day().isPresent()) {
            throw given.usage(services.texts().get("cli.explain.either"));
        }
        boolean needsDay =
                question.key().filter(Explanation.FIRST_ACTIVE_DATE::equals).isEmpty();
        if (needsDay && !allDays && question.day().isEmpty()) {
            throw given.usage(services.texts().get("cli.explain.no-day"));
        }
        return question;
    }

    private void print(Explained explained, Format format, Console console) {
        if (format == Format.JSON) {
            console.result(JsonOutput.bytes(json -> new ExplanationJson(json, services.texts()).write(explained)));
        } else {
            ExplanationText.lines(explained, services.texts()).forEach(console::line);
        }
    }

    /** A query that does not give its value is a fault of this program, and must not look like success. */
    private int status(Explained explained, Console console) {
        var wrong = explained.explanations().stream()
                .filter(explanation ->
                        explanation.recount().filter(again -> !again.agrees()).isPresent())
                .map(Explanation::key)
                .toList();
        if (wrong.isEmpty()) {
            return ExitStatus.DONE;
        }
        console.note(services.texts().get("cli.explain.wrong", String.join(", ", wrong)));
        return ExitStatus.FAILED;
    }
}
