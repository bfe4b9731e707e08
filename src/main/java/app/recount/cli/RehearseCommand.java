package app.recount.cli;

import app.recount.problem.ProblemException;
import app.recount.rehearsal.FaultPlan;
import app.recount.rehearsal.RehearsalReceiver;
import app.recount.text.Wording;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

/** {@code rehearse}: a receiver on this machine that answers like PostHog, or wrongly on purpose. */
final class RehearseCommand implements Command {

    /** For the answer to the last request; a fault may be that none ever comes. */
    private static final Duration LAST_ANSWER = Duration.ofSeconds(5);

    private final Services services;

    RehearseCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "rehearse";
    }

    @Override
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.number("--port", "N");
        takes.text("--fault", "PLAN");
        takes.flag("--once");
        takes.number("--requests", "N");
    }

    @Override
    public List<Term> terms() {
        return FaultPlan.choices().stream()
                .map(choice -> new Term(choice.name(), services.texts().say(choice.meaning())))
                .toList();
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        int port = within(given, "--port", 0, 0, 65_535);
        int requests = given.has("--once") ? 1 : within(given, "--requests", 0, 1, Integer.MAX_VALUE);
        var plan = plan(given);
        var output = new RehearsalText(console, options.format() == Format.JSON, services.texts());
        var awaited = new CountDownLatch(Math.max(1, requests));
        try (var receiver = RehearsalReceiver.start(port, services.clock(), reception -> {
            output.received(reception);
            if (requests > 0) {
                awaited.countDown();
            }
        })) {
            receiver.answerWith(plan);
            output.listening(receiver.destination());
            awaited.await(); // without a number it never ends by itself
            if (!receiver.finish(LAST_ANSWER)) {
                console.note(services.texts().get("cli.rehearse.unanswered"));
            }
            return ExitStatus.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private int within(Arguments given, String option, int absent, int least, int most) {
        int value = given.parsed().matchedOptionValue(option, absent);
        if (given.parsed().hasMatchedOption(option) && (value < least || value > most)) {
            throw given.invalid(option, services.texts().get("cli.rehearse.range", least, most));
        }
        return value;
    }

    private FaultPlan plan(Arguments given) {
        try {
            return FaultPlan.parse(given.text("--fault").orElse("ok"));
        } catch (ProblemException e) {
            throw given.invalid(
                    "--fault",
                    services.texts()
                            .say(Wording.sentences(
                                    e.problem().message(),
                                    e.problem().actions().getFirst().sentence())));
        }
    }
}
