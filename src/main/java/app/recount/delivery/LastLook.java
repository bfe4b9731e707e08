package app.recount.delivery;

import app.recount.consent.ConsentChain;
import app.recount.consent.TelemetryConfig;
import app.recount.consent.TelemetryConfigFile;
import app.recount.problem.Problem;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import java.util.Optional;

/**
 * The gates that can close at any moment, because claude-mem and the user write their files too: marker, consent chain, install id.
 * Looked at right before each attempt.
 */
final class LastLook {

    private final ConsentChain chain;
    private final TelemetryConfigFile config;
    private final CompletionMarker marker;
    private final int payloadVersion;
    private final String installId;

    /**
     * Looks at one data directory.
     *
     * @param installId the one in the bytes
     */
    LastLook(Environment environment, DataDirectory directory, int payloadVersion, String installId) {
        this.chain = new ConsentChain(environment);
        this.config = new TelemetryConfigFile(directory.telemetryConfig());
        this.marker = new CompletionMarker(directory.marker());
        this.payloadVersion = payloadVersion;
        this.installId = installId;
    }

    Optional<Stop> closed() {
        return marked().or(this::forbidden);
    }

    Optional<Stop> marked() {
        return switch (marker.read(payloadVersion).kind()) {
            case CURRENT -> Optional.of(Refusals.of(Blocker.MARKER_CURRENT));
            case UNREADABLE -> Optional.of(Refusals.of(Blocker.MARKER_UNREADABLE));
            case ABSENT, OLDER -> Optional.empty();
        };
    }

    private Optional<Stop> forbidden() {
        var now = config.read();
        var decision = chain.decide(now);
        if (!decision.allowed()) {
            return Optional.of(Refusals.of(Blocker.CONSENT_OFF));
        }
        return switch (now) {
            case TelemetryConfig.Malformed _ -> Optional.of(Refusals.of(Blocker.TELEMETRY_CONFIG_INVALID));
            case TelemetryConfig.Present present
            when !present.installId().equals(installId) ->
                Optional.of(
                        Refusals.changed(Problem.of("INSTALL_ID_DIFFERS").explained(present.installId(), installId)));
            case TelemetryConfig.Present _, TelemetryConfig.Absent _ -> Optional.empty();
        };
    }

    /** Puts the install id where claude-mem looks for it, unless there is one; {@link #closed} then says whether it is the same. */
    void keepInstallId() {
        config.keepInstallId(installId);
    }
}
