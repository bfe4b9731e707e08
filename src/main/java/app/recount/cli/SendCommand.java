package app.recount.cli;

import app.recount.delivery.Outcome;
import app.recount.delivery.SendRequest;
import app.recount.payload.Digest;
import app.recount.problem.Problem;

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
    public void declare(Declaration takes) {
        takes.common(Format.TEXT, Format.JSON);
        takes.required("--approve", "DIGEST");
        takes.flag("--dry-run");
        takes.flag(CommonOptions.WITHOUT_LOCATION);
    }

    @Override
    public int run(Arguments given, Console console) {
        var options = CommonOptions.of(given);
        var preview = options.request(services, given.has(CommonOptions.WITHOUT_LOCATION));
        var request = SendRequest.ofDigest(preview, digest(given));
        boolean json = options.format() == Format.JSON;
        try (var interruption = new Interruption()) {
            var outcome = services.backfill()
                    .delivery()
                    .send(
                            given.has("--dry-run") ? request.asDryRun() : request,
                            new SendProgress(interruption, console, json, services.texts()));
            print(outcome, json, console);
            console.flush();
            return status(outcome);
        }
    }

    private Digest digest(Arguments given) {
        var written = given.text("--approve").orElse("");
        return Digest.parse(written)
                .orElseThrow(() -> given.invalid("--approve", services.texts().get("cli.send.no-digest")));
    }

    private void print(Outcome outcome, boolean json, Console console) {
        if (outcome instanceof Outcome.DryRun dryRun) {
            dryRun.summary().stream().map(services.texts()::say).forEach(console::note);
        }
        if (json) {
            console.result(JsonOutput.bytes(generator -> OutcomeJson.write(outcome, generator, services.texts())));
        } else {
            console.line(OutcomeText.of(outcome, services.texts()));
        }
        switch (outcome) {
            case Outcome.Refused refused -> advise(refused.problem(), json, console);
            case Outcome.Unknown unknown -> advise(unknown.problem(), json, console);
            case Outcome.Delivered delivered ->
                delivered
                        .unrecorded()
                        .ifPresent(problem -> ProblemOutput.print(problem, json, console, services.texts()));
            case Outcome.NothingToDo _, Outcome.DryRun _ -> {}
        }
    }

    /** In text the outcome has said what went wrong already. */
    private void advise(Problem problem, boolean json, Console console) {
        if (json) {
            ProblemOutput.print(problem, true, console, services.texts());
        } else if (!problem.actions().isEmpty()) {
            console.note(ProblemOutput.sentences(problem.actions(), services.texts()));
        }
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
