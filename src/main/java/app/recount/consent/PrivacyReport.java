package app.recount.consent;

import app.recount.payload.SealedEvent;
import app.recount.payload.SealedPayload;
import java.util.List;

/**
 * What is said beside a payload, worked out from its sealed bytes. Each event is parsed for it, which takes tenths of a second for a
 * history of 10 000 days: not on the FX thread.
 *
 * @param differences what it has beyond claude-mem's published page
 * @param flags what may make its install recognisable
 */
public record PrivacyReport(List<PublishedDisclosure.Difference> differences, List<ReidentificationFlag> flags) {

    public PrivacyReport {
        differences = List.copyOf(differences);
        flags = List.copyOf(flags);
    }

    public static PrivacyReport of(SealedPayload payload) {
        var events = SealedEvent.allOf(payload);
        return new PrivacyReport(PublishedDisclosure.differences(events), Reidentification.flags(events));
    }
}
