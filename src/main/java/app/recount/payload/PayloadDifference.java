package app.recount.payload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What changed between the bytes of an earlier payload and those of a new one, day by day. The install event counts as no day.
 *
 * @param daysAdded days that only the new payload has
 * @param daysGone days that only the earlier payload has
 * @param daysChanged days that both have, with other values or keys
 * @param keysAdded property keys that only the new payload uses
 * @param keysGone property keys that only the earlier payload uses
 * @param sameInstall whether both speak of the same install id
 */
public record PayloadDifference(
        List<LocalDate> daysAdded,
        List<LocalDate> daysGone,
        List<LocalDate> daysChanged,
        SortedSet<String> keysAdded,
        SortedSet<String> keysGone,
        boolean sameInstall) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What a body says, apart from its envelope. */
    private record Content(
            SequencedMap<LocalDate, JsonNode> days, SortedSet<String> keys, SortedSet<String> installIds) {}

    public PayloadDifference {
        daysAdded = List.copyOf(daysAdded);
        daysGone = List.copyOf(daysGone);
        daysChanged = List.copyOf(daysChanged);
    }

    /** Compares the events of two bodies. */
    public static PayloadDifference between(SealedPayload before, SealedPayload now) {
        var old = read(before);
        var fresh = read(now);
        return new PayloadDifference(
                missing(fresh.days(), old.days()),
                missing(old.days(), fresh.days()),
                fresh.days().entrySet().stream()
                        .filter(day -> Optional.ofNullable(old.days().get(day.getKey()))
                                .filter(earlier -> !earlier.equals(day.getValue()))
                                .isPresent())
                        .map(Map.Entry::getKey)
                        .toList(),
                missing(fresh.keys(), old.keys()),
                missing(old.keys(), fresh.keys()),
                old.installIds().equals(fresh.installIds()));
    }

    public boolean sameKeys() {
        return keysAdded.isEmpty() && keysGone.isEmpty();
    }

    private static Content read(SealedPayload body) {
        var content = new Content(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
        for (int i = 0; i < body.eventCount(); i++) {
            var event = JSON.readTree(body.event(i));
            var properties = event.path("properties");
            content.installIds().add(event.path("distinct_id").asString(""));
            content.keys().addAll(properties.propertyNames());
            if (event.path("event").asString("").equals(BackfillEvent.Name.HISTORICAL_ACTIVITY.text())) {
                content.days().put(day(event), properties);
            }
        }
        return content;
    }

    private static LocalDate day(JsonNode event) {
        return LocalDate.parse(event.path("timestamp").asString("").substring(0, "2026-01-01".length()));
    }

    private static List<LocalDate> missing(Map<LocalDate, ?> here, Map<LocalDate, ?> there) {
        var days = new ArrayList<>(here.keySet());
        days.removeAll(there.keySet());
        return days;
    }

    private static SortedSet<String> missing(SortedSet<String> here, SortedSet<String> there) {
        var keys = new TreeSet<>(here);
        keys.removeAll(there);
        return keys;
    }
}
