package app.recount.delivery;

import app.recount.consent.TelemetryConfig;
import app.recount.store.Environment;
import java.util.ArrayList;
import java.util.List;

/** What each way of declining would change, given the files as they stand. */
final class DeclineEffects {

    private DeclineEffects() {}

    static Decline.Foresight of(Environment environment, TelemetryConfig config, MarkerState marker) {
        return new Decline.Foresight(bareNo(), telemetryOff(environment, config), writeMarker(config, marker));
    }

    private static List<String> bareNo() {
        return List.of(
                "Recount sends nothing and notes that you declined.",
                "claude-mem's own worker may still send this history at its next start.");
    }

    private static List<String> telemetryOff(Environment environment, TelemetryConfig config) {
        var sentences = new ArrayList<String>();
        sentences.add("telemetry.json will say enabled: false, with the time of this decision.");
        sentences.add("claude-mem's live telemetry stops as well, not only the backfill.");
        switch (config) {
            case TelemetryConfig.Absent _ ->
                sentences.add("The file does not exist yet and will hold the install id that was shown here.");
            case TelemetryConfig.Malformed malformed ->
                sentences.add("The present file is moved aside, because %s; the new one gets a new install id."
                        .formatted(malformed.reason()));
            case TelemetryConfig.Present present ->
                present.enabled()
                        .filter(enabled -> enabled)
                        .ifPresent(_ -> sentences.add("It takes back the yes that the file holds now."));
        }
        if (environment.filled("CLAUDE_MEM_TELEMETRY").isPresent()) {
            sentences.add("CLAUDE_MEM_TELEMETRY is set here; where it says yes, it overrules the file.");
        }
        return sentences;
    }

    private static List<String> writeMarker(TelemetryConfig config, MarkerState marker) {
        return switch (marker.kind()) {
            case CURRENT -> List.of("A marker stands already, so nothing changes.");
            case UNREADABLE ->
                List.of("A marker stands that cannot be read; claude-mem counts it as complete, so it is left alone.");
            case ABSENT, OLDER -> {
                var sentences = new ArrayList<String>();
                sentences.add("backfill.json will say that the history is complete, with no events.");
                sentences.add(
                        "claude-mem never sends these days, not even when telemetry is on, unless a newer version asks"
                                + " for more.");
                sentences.add("claude-mem's live telemetry goes on as it is.");
                if (marker.kind() == MarkerState.Kind.OLDER) {
                    sentences.add(
                            "It replaces the marker of an older version; what that said is kept in the receipts.");
                }
                if (!(config instanceof TelemetryConfig.Present)) {
                    sentences.add(
                            "The marker names the install id that was shown here, which claude-mem does not know.");
                }
                yield sentences;
            }
        };
    }
}
