package app.recount.consent;

import app.recount.text.Wording;
import java.util.Optional;

/**
 * What {@code telemetry.json} says. A file that cannot be understood is its own case, because it may hold an opt-out: it decides
 * nothing, and it blocks sending.
 */
public sealed interface TelemetryConfig {

    /** There is no file. */
    record Absent() implements TelemetryConfig {}

    /**
     * A file as claude-mem writes it.
     *
     * @param enabled the user's decision, empty if none was made
     */
    record Present(Optional<Boolean> enabled, String installId, String decidedAt) implements TelemetryConfig {}

    /**
     * A file that is no JSON object, or whose {@code enabled} is no boolean, or that has no install id.
     *
     * @param reason what is wrong with it, a clause: “it is no JSON”
     */
    record Malformed(Wording reason) implements TelemetryConfig {}
}
