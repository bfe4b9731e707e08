package app.recount.cli;

import app.recount.problem.ProblemException;
import app.recount.rehearsal.FaultPlan;
import app.recount.rehearsal.RehearsalReceiver;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

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
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Receives on this machine, checks requests as PostHog would, and prints what came.")
                .footer(RehearsalText.help());
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(CommonOptions.value("--port", "N", Integer.class, "The port; any that is free without it."));
        spec.addOption(CommonOptions.value("--fault", "PLAN", String.class, "Answer wrongly on purpose; see below."));
        spec.addOption(CommonOptions.flag("--once", "End after the first request."));
        spec.addOption(CommonOptions.value("--requests", "N", Integer.class, "End after so many requests."));
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        int port = within(parsed, "--port", 0, 0, 65_535);
        int requests = CommonOptions.has(parsed, "--once") ? 1 : within(parsed, "--requests", 0, 1, Integer.MAX_VALUE);
        var plan = plan(parsed);
        var output = new RehearsalText(console, options.format() == Format.JSON);
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
                console.note("A request was left without an answer.");
            }
            return ExitStatus.DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static int within(ParseResult parsed, String option, int absent, int least, int most) {
        int value = parsed.matchedOptionValue(option, absent);
        if (parsed.hasMatchedOption(option) && (value < least || value > most)) {
            throw CommonOptions.usage(
                    parsed, "Invalid value for option '%s': it must be from %d to %d".formatted(option, least, most));
        }
        return value;
    }

    private static FaultPlan plan(ParseResult parsed) {
        try {
            return FaultPlan.parse(CommonOptions.text(parsed, "--fault").orElse("ok"));
        } catch (ProblemException e) {
            throw CommonOptions.usage(
                    parsed,
                    "Invalid value for option '--fault': %s %s"
                            .formatted(
                                    e.problem().message(),
                                    e.problem().actions().getFirst().sentence()));
        }
    }
}
