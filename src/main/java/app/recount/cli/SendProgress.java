package app.recount.cli;

import app.recount.delivery.SendStep;
import app.recount.delivery.SendWatch;
import java.time.temporal.ChronoUnit;

/** Tells people how a sending goes; scripts get the outcome alone. */
final class SendProgress implements SendWatch {

    private final Interruption interruption;
    private final Console console;
    private final boolean quiet;

    SendProgress(Interruption interruption, Console console, boolean quiet) {
        this.interruption = interruption;
        this.console = console;
        this.quiet = quiet;
    }

    @Override
    public boolean isCancelled() {
        return interruption.isAsked();
    }

    @Override
    public void report(SendStep step) {
        if (quiet) {
            return;
        }
        switch (step) {
            case SendStep.Reading _ -> {}
            case SendStep.Queued() -> console.note("Another Recount is sending; waiting for it.");
            case SendStep.Sending(int events, int remaining, int attempt, int attempts) ->
                console.note(
                        "Sending %d of %d events (attempt %d of %d).".formatted(events, remaining, attempt, attempts));
            case SendStep.Pausing(int attempt, int attempts, var until, String why) ->
                console.note("Attempt %d of %d failed: %s The next one is at %s."
                        .formatted(attempt, attempts, why, until.truncatedTo(ChronoUnit.SECONDS)));
            case SendStep.Acknowledged(int events, int remaining) ->
                console.note("%d events acknowledged, %d to go.".formatted(events, remaining));
        }
    }
}
