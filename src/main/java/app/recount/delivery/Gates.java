package app.recount.delivery;

import app.recount.consent.ConsentDecision;
import app.recount.consent.TelemetryConfig;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.payload.SealedPayload;
import app.recount.store.Environment;
import java.util.ArrayList;
import java.util.List;

/** The gates that stand between a payload and the network, all of them looked at, in their order. */
final class Gates {

    /** PostHog's limits: 20 MB a body, 1 MB an event. */
    static final int LARGEST_BODY = 20_000_000;

    static final int LARGEST_EVENT = 1_000_000;

    private Gates() {}

    /**
     * What the gates judge.
     *
     * @param ownDatabase whether the payload was built from the data directory's own database
     */
    record Case(
            MarkerState marker,
            ConsentDecision consent,
            TelemetryConfig telemetryConfig,
            boolean dryRun,
            SealedPayload payload,
            ApiKey key,
            Destination destination,
            boolean ownDatabase) {}

    /** Exactly {@code 1}, as claude-mem reads it. */
    static boolean dryRun(Environment environment) {
        return environment
                .variable("CLAUDE_MEM_TELEMETRY_DEBUG")
                .filter("1"::equals)
                .isPresent();
    }

    static List<Blocker> closed(Case state) {
        var closed = new ArrayList<Blocker>();
        switch (state.marker().kind()) {
            case CURRENT -> closed.add(Blocker.MARKER_CURRENT);
            case UNREADABLE -> closed.add(Blocker.MARKER_UNREADABLE);
            case ABSENT, OLDER -> {}
        }
        if (!state.consent().allowed()) {
            closed.add(Blocker.CONSENT_OFF);
        }
        if (state.telemetryConfig() instanceof TelemetryConfig.Malformed) {
            closed.add(Blocker.TELEMETRY_CONFIG_INVALID);
        }
        if (state.dryRun()) {
            closed.add(Blocker.DRY_RUN);
        }
        if (state.payload().eventCount() == 0) {
            closed.add(Blocker.NO_EVENTS);
        }
        if (state.key().value().isEmpty()) {
            closed.add(Blocker.NO_API_KEY);
        }
        if (state.destination().problem().isPresent()) {
            closed.add(Blocker.BAD_DESTINATION);
        }
        if (!state.ownDatabase()) {
            closed.add(Blocker.FOREIGN_DATABASE);
        }
        if (state.payload().size() > LARGEST_BODY || state.payload().largestEvent() > LARGEST_EVENT) {
            closed.add(Blocker.PAYLOAD_TOO_LARGE);
        }
        return List.copyOf(closed);
    }
}
