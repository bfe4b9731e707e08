package app.recount.delivery;

import app.recount.text.Wording;
import java.time.Instant;

/** Where a sending is. */
public sealed interface SendStep {

    /**
     * The database is read again, to compare.
     *
     * @param fraction of the whole, 0 to 1, or negative if it cannot be told
     */
    record Reading(double fraction) implements SendStep {}

    /** Another Recount is sending; this one looks again when it is done. */
    record Queued() implements SendStep {}

    /**
     * Bytes are on their way.
     *
     * @param events of this part
     * @param remaining events that are not acknowledged yet, those of this part included
     * @param attempt from 1
     */
    record Sending(int events, int remaining, int attempt, int attempts) implements SendStep {}

    /**
     * A pause before the next attempt.
     *
     * @param attempt the one that failed, from 1
     * @param until when the next one begins
     * @param why what went wrong, a sentence
     */
    record Pausing(int attempt, int attempts, Instant until, Wording why) implements SendStep {}

    /**
     * The server took a part.
     *
     * @param remaining events that are not acknowledged yet
     */
    record Acknowledged(int events, int remaining) implements SendStep {}
}
