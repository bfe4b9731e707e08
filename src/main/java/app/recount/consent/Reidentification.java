package app.recount.consent;

import app.recount.consent.ReidentificationFlag.Code;
import app.recount.payload.BackfillEvent;
import app.recount.payload.SealedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks through the sealed bytes of a payload for what may make its install recognisable, as far as the bytes can tell. */
final class Reidentification {

    private static final String FIRST_DATE = "first_active_date";
    private static final String LOCALE = "locale";
    private static final String PERSON = "$set";
    private static final String NO_LOCATION = "$geoip_disable";

    /** Keys of the install event that have a flag of their own, or say nothing of the machine. */
    private static final Set<String> NOT_OF_THE_SYSTEM = Set.of(FIRST_DATE, LOCALE, "backfilled");

    private final List<SealedEvent> events;
    private final List<ReidentificationFlag> flags = new ArrayList<>();

    private Reidentification(List<SealedEvent> events) {
        this.events = events;
    }

    /** The flags of the payload that these are all events of, in the order of their codes; none where nothing would be sent. */
    static List<ReidentificationFlag> flags(List<SealedEvent> events) {
        return new Reidentification(events).look();
    }

    private List<ReidentificationFlag> look() {
        if (!events.isEmpty()) {
            var ids = events.stream().map(SealedEvent::distinctId).distinct().collect(Collectors.joining(" "));
            flag(Code.INSTALL_ID, events.size(), values("distinct_id", ids));
            installs().forEach(this::lookAt);
            flags.addAll(StandoutDays.flags(days()));
            long located =
                    events.stream().filter(event -> !isWithoutLocation(event)).count();
            flag(Code.LOCATION, (int) located, values());
            installs().forEach(install -> flag(Code.PERSON_PROFILE, 1, person(install)));
        }
        return List.copyOf(flags);
    }

    private void lookAt(SealedEvent install) {
        flag(Code.INSTALL_DATE, 1, only(install, Set.of(FIRST_DATE)));
        var system = new LinkedHashMap<String, Object>(install.properties());
        system.keySet().removeIf(key -> key.startsWith("$") || NOT_OF_THE_SYSTEM.contains(key));
        flag(Code.SYSTEM, 1, only(install, system.keySet()));
        flag(Code.LOCALE, 1, only(install, Set.of(LOCALE)));
    }

    /** Raised only by what is there. */
    private void flag(Code code, int count, SequencedMap<String, String> values) {
        if (count > 0 && (code == Code.LOCATION || !values.isEmpty())) {
            flags.add(new ReidentificationFlag(code, count, values, List.of()));
        }
    }

    private List<SealedEvent> installs() {
        return events.stream()
                .filter(event -> !event.is(BackfillEvent.Name.HISTORICAL_ACTIVITY))
                .toList();
    }

    private List<SealedEvent> days() {
        return events.stream()
                .filter(event -> event.is(BackfillEvent.Name.HISTORICAL_ACTIVITY))
                .toList();
    }

    private static boolean isWithoutLocation(SealedEvent event) {
        return Boolean.TRUE.equals(event.properties().get(NO_LOCATION));
    }

    private static SequencedMap<String, String> person(SealedEvent install) {
        var values = values();
        if (install.properties().get(PERSON) instanceof Map<?, ?> person) {
            person.forEach((key, value) -> values.put((String) key, value.toString()));
        }
        return values;
    }

    private static SequencedMap<String, String> only(SealedEvent install, Set<String> keys) {
        var values = values();
        install.properties().forEach((key, value) -> {
            if (keys.contains(key)) {
                values.put(key, value.toString());
            }
        });
        return values;
    }

    private static SequencedMap<String, String> values(String... keyAndValue) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < keyAndValue.length; i += 2) {
            values.put(keyAndValue[i], keyAndValue[i + 1]);
        }
        return values;
    }
}
