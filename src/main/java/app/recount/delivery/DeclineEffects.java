package app.recount.delivery;

import app.recount.consent.ConsentChain;
import app.recount.consent.TelemetryConfig;
import app.recount.store.Environment;
import app.recount.text.Wording;
import java.util.ArrayList;
import java.util.List;

/** What each way of declining would change, given the files as they stand. */
final class DeclineEffects {

    private DeclineEffects() {}

    static Decline.Foresight of(Environment environment, TelemetryConfig config, MarkerState marker) {
        return new Decline.Foresight(
                bareNo(workerMaySend(environment, config, marker)),
                telemetryOff(environment, config),
                writeMarker(config, marker));
    }

    /** Its own two gates; of a telemetry.json that it cannot read it makes a new one, and sends. */
    static boolean workerMaySend(Environment environment, TelemetryConfig config, MarkerState marker) {
        boolean done = switch (marker.kind()) {
            case CURRENT, UNREADABLE -> true;
            case ABSENT, OLDER -> false;
        };
        return !done && new ConsentChain(environment).decide(config).allowed();
    }

    private static List<Wording> bareNo(boolean workerMaySend) {
        var noted = Wording.of("decline.noted");
        return workerMaySend ? List.of(noted, Wording.of("decline.workerMaySend")) : List.of(noted);
    }

    private static List<Wording> telemetryOff(Environment environment, TelemetryConfig config) {
        var sentences = new ArrayList<Wording>();
        sentences.add(Wording.of("decline.off.file"));
        sentences.add(Wording.of("decline.off.live"));
        switch (config) {
            case TelemetryConfig.Absent _ -> sentences.add(Wording.of("decline.off.newFile"));
            case TelemetryConfig.Malformed malformed ->
                sentences.add(Wording.of("decline.off.movedAside", malformed.reason()));
            case TelemetryConfig.Present present ->
                present.enabled()
                        .filter(enabled -> enabled)
                        .ifPresent(_ -> sentences.add(Wording.of("decline.off.takenBack")));
        }
        if (environment.filled("CLAUDE_MEM_TELEMETRY").isPresent()) {
            sentences.add(Wording.of("decline.off.overruled"));
        }
        return sentences;
    }

    private static List<Wording> writeMarker(TelemetryConfig config, MarkerState marker) {
        return switch (marker.kind()) {
            case CURRENT -> List.of(Wording.of("decline.marker.stands"));
            case UNREADABLE -> List.of(Wording.of("decline.marker.unreadable"));
            case ABSENT, OLDER -> {
                var sentences = new ArrayList<Wording>();
                sentences.add(Wording.of("decline.marker.file"));
                sentences.add(Wording.of("decline.marker.never"));
                sentences.add(Wording.of("decline.marker.live"));
                if (marker.kind() == MarkerState.Kind.OLDER) {
                    sentences.add(Wording.of("decline.marker.replaced"));
                }
                if (!(config instanceof TelemetryConfig.Present)) {
                    sentences.add(Wording.of("decline.marker.installId"));
                }
                yield sentences;
            }
        };
    }
}
