package app.recount.cli;

import app.recount.delivery.SendStep;
import app.recount.delivery.SendWatch;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.time.temporal.ChronoUnit;

/** Tells people how a sending goes; scripts get the outcome alone. */
final class SendProgress implements SendWatch {

    private final Interruption interruption;
    private final Console console;
    private final boolean quiet;
    private final Texts texts;

    SendProgress(Interruption interruption, Console console, boolean quiet, Texts texts) {
        this.interruption = interruption;
        this.console = console;
        this.quiet = quiet;
        this.texts = texts;
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
            case SendStep.Queued() -> console.note(texts.get("cli.send.queued"));
            case SendStep.Sending(int events, int remaining, int attempt, int attempts) ->
                console.note(texts.get("cli.send.sending", events, remaining, attempt, attempts));
            case SendStep.Pausing(int attempt, int attempts, var until, Wording why) ->
                console.note(
                        texts.get("cli.send.pausing", attempt, attempts, why, until.truncatedTo(ChronoUnit.SECONDS)));
            case SendStep.Acknowledged(int events, int remaining) ->
                console.note(texts.get("cli.send.acknowledged", events, remaining));
        }
    }
}
