package app.recount.desktop.review;

import app.recount.delivery.SendStep;
import app.recount.desktop.widget.Times;
import app.recount.text.Wording;

/** A step of a sending in words, and how far it is. */
final class StepText {

    private StepText() {}

    static Wording of(SendStep step) {
        return switch (step) {
            case SendStep.Reading reading -> Wording.of("review.sending.READING");
            case SendStep.Queued queued -> Wording.of("review.sending.QUEUED");
            case SendStep.Sending sending ->
                Wording.of(
                        "review.sending.SENDING",
                        sending.events(),
                        sending.remaining(),
                        sending.attempt(),
                        sending.attempts());
            case SendStep.Pausing pausing ->
                Wording.of(
                        "review.sending.PAUSING",
                        pausing.why(),
                        Times.clock(pausing.until()),
                        pausing.attempt(),
                        pausing.attempts());
            case SendStep.Acknowledged taken ->
                Wording.of("review.sending.ACKNOWLEDGED", taken.events(), taken.remaining());
        };
    }

    /** Negative where it cannot be told. */
    static double fraction(SendStep step) {
        return switch (step) {
            case SendStep.Reading reading -> reading.fraction();
            case SendStep.Acknowledged taken -> (double) taken.events() / (taken.events() + taken.remaining());
            case SendStep.Queued _, SendStep.Sending _, SendStep.Pausing _ -> -1;
        };
    }
}
