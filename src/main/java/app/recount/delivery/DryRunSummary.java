package app.recount.delivery;

import app.recount.payload.SealedPayload;
import app.recount.store.JsonFile;
import app.recount.text.Wording;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a dry run says: a line for the whole, and one per event. */
final class DryRunSummary {

    private DryRunSummary() {}

    static List<Wording> of(SealedPayload payload, String destination) {
        var whole = Wording.of("dryRun", payload.eventCount(), payload.size(), payload.digest(), destination);
        return Stream.concat(
                        Stream.of(whole),
                        IntStream.range(0, payload.eventCount())
                                .mapToObj(payload::event)
                                .map(DryRunSummary::line)
                                .map(Wording::verbatim))
                .toList();
    }

    private static String line(byte[] event) {
        var root = JsonFile.parse(event).orElseThrow();
        return "%s %s %s %s"
                .formatted(
                        root.path("event").asString(""),
                        root.path("timestamp").asString(""),
                        root.path("uuid").asString(""),
                        root.path("properties"));
    }
}
