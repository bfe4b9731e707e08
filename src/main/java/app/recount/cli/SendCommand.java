package app.recount.cli;

import app.recount.delivery.Outcome;
import app.recount.delivery.SendRequest;
import app.recount.payload.Digest;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code send}: sends what was previewed and is approved by its digest. */
final class SendCommand implements Command {

    private final Services services;

    SendCommand(Services services) {
        this.services = services;
    }

    @Override
    public String name() {
        return "send";
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .description("Sends exactly the bytes that were previewed and that the digest names.")
                .footer("", "After an unknown outcome the same digest sends the same bytes again.");
        CommonOptions.declare(spec, Format.TEXT, Format.JSON);
        spec.addOption(OptionSpec.builder("--approve")
                .paramLabel("DIGEST")
                .type(String.class)
                .required(true)
                .description(
                        "Your yes to the payload that a preview showed under this digest (sha256:…), for the destination that"
                                + " it showed.")
                .build());
        spec.addOption(CommonOptions.flag(
                "--dry-run",
                "Walk all gates, print a summary and a line for each event to standard error, send nothing."));
        spec.addOption(CommonOptions.withoutLocation());
    }

    @Override
    public int run(ParseResult parsed, Console console) {
        var options = CommonOptions.of(parsed);
        var preview = options.request(services, CommonOptions.has(parsed, CommonOptions.WITHOUT_LOCATION));
        var request = SendRequest.ofDigest(preview, digest(parsed));
        boolean json = options.format() == Format.JSON;
        try (var interruption = new Interruption()) {
            var outcome = services.backfill()
                    .delivery()
                    .send(
                            CommonOptions.has(parsed, "--dry-run") ? request.asDryRun() : request,
                            new SendProgress(interruption, console, json));
            print(outcome, json, console);
            console.flush();
            return status(outcome);
        }
    }

    private static Digest digest(ParseResult parsed) {
        var written = CommonOptions.text(parsed, "--approve").orElse("");
        return Digest.parse(written)
                .orElseThrow(() -> CommonOptions.usage(
                        parsed,
                        "Invalid value for option '--approve': it must be “sha256:” and 64 lower-case hex digits"));
    }

    private static void print(Outcome outcome, boolean json, Console console) {
        if (outcome instanceof Outcome.DryRun dryRun) {
            dryRun.summary().forEach(console::note);
        }
        if (json) {
            console.result(JsonOutput.bytes(generator -> OutcomeJson.write(outcome, generator)));
        } else {
            console.line(OutcomeText.of(outcome));
        }
        switch (outcome) {
            case Outcome.Refused refused -> advise(refused.problem(), json, console);
            case Outcome.Unknown unknown -> advise(unknown.problem(), json, console);
            case Outcome.Delivered delivered ->
                delivered.unrecorded().ifPresent(problem -> ProblemOutput.print(problem, json, console));
            case Outcome.NothingToDo _, Outcome.DryRun _ -> {}
        }
    }

    /** In text the outcome has said what went wrong already. */
    private static void advise(Problem problem, boolean json, Console console) {
        if (json) {
            ProblemOutput.print(problem, true, console);
        } else if (!problem.actions().isEmpty()) {
            console.note(sentences(problem.actions()));
        }
    }

    private static String sentences(List<Action> actions) {
        return actions.stream().map(Action::sentence).collect(Collectors.joining(" "));
    }

    private static int status(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered _, Outcome.NothingToDo _, Outcome.DryRun _ -> ExitStatus.DONE;
            case Outcome.Refused refused ->
                switch (refused.by()) {
                    case GATE -> ExitStatus.of(refused.problem());
                    case SERVER -> ExitStatus.REFUSED;
                    case UNREACHABLE -> ExitStatus.FAILED;
                };
            case Outcome.Unknown _ -> ExitStatus.FAILED;
        };
    }
}
