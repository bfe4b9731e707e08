package app.recount.consent;

import app.recount.memory.RollupMetric;
import app.recount.payload.AllowList;
import app.recount.payload.BackfillEvent;
import app.recount.payload.Payload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What claude-mem's published telemetry page says of the backfill, as it stood in August 2026, and what a payload has beyond it. The
 * comparison is by names only: it says where a key is named and where not, and nothing about why.
 */
public final class PublishedDisclosure {

    /** When the page was read; it stands beside every comparison, because the page may change. */
    public static final String PAGE_DATE = "August 2026";

    /** The keys of a day that no part of the page names. */
    private static final Set<String> NAMED_NOWHERE = Set.of(
            RollupMetric.READ_TOKENS.key(),
            RollupMetric.GEN_TOKENS_INPUT.key(),
            RollupMetric.GEN_TOKENS_OUTPUT.key(),
            RollupMetric.GEN_COST_USD.key());

    /** The page's section on the backfill names, for {@code historical_activity}, the keys of payload version 1 and no newer ones. */
    private static final Set<String> NAMED_FOR_DAYS = Arrays.stream(RollupMetric.values())
            .filter(metric -> metric.sinceVersion() == 1)
            .map(RollupMetric::key)
            .collect(Collectors.toUnmodifiableSet());

    /** The keys that it names for {@code install_inferred}. */
    private static final Set<String> NAMED_FOR_INSTALL = Set.of("first_active_date", "backfilled");

    /** How the page and the payload differ. */
    public enum Kind {
        NAMED_NOWHERE,
        /** Named for events in general, not in the section on the backfill. */
        NOT_FOR_THESE_EVENTS,
        /** The page says that the backfill never runs again; a newer payload version does. */
        SAYS_NEVER_AGAIN
    }

    /** What a difference is about. */
    public enum Subject {
        DAY,
        INSTALL,
        PERSON,
        VERSION
    }

    /**
     * One difference.
     *
     * @param keys the keys it is about, in the order of the wire; none where it is about the payload's version
     * @param events how many events of this payload have any of them
     */
    public record Difference(Subject subject, List<String> keys, int events, Kind kind) {
        public Difference {
            keys = List.copyOf(keys);
        }
    }

    private PublishedDisclosure() {}

    /** The differences of this payload, days first. */
    public static List<Difference> differences(Payload payload) {
        var differences = new ArrayList<Difference>();
        Arrays.stream(RollupMetric.values())
                .map(RollupMetric::key)
                .filter(key -> !NAMED_FOR_DAYS.contains(key))
                .forEach(key -> add(differences, Subject.DAY, List.of(key), daysWith(key, payload), kindOf(key)));
        payload.events().stream()
                .filter(event -> event.name() == BackfillEvent.Name.INSTALL_INFERRED)
                .forEach(event -> compareInstall(differences, event));
        differences.add(
                new Difference(Subject.VERSION, List.of(), payload.events().size(), Kind.SAYS_NEVER_AGAIN));
        return List.copyOf(differences);
    }

    private static Kind kindOf(String key) {
        return NAMED_NOWHERE.contains(key) ? Kind.NAMED_NOWHERE : Kind.NOT_FOR_THESE_EVENTS;
    }

    private static void compareInstall(List<Difference> differences, BackfillEvent install) {
        var unnamed = unnamed(AllowList.INSTALL.keys(), install.properties().keySet());
        add(differences, Subject.INSTALL, unnamed, 1, Kind.NOT_FOR_THESE_EVENTS);
        if (install.properties().get("$set") instanceof Map<?, ?> person) {
            // $set itself is what the section does not name, so the keys inside it count whatever they are
            var keys =
                    AllowList.PERSON.keys().stream().filter(person::containsKey).toList();
            add(differences, Subject.PERSON, keys, 1, Kind.NOT_FOR_THESE_EVENTS);
        }
    }

    private static List<String> unnamed(List<String> order, Collection<String> present) {
        return order.stream()
                .filter(present::contains)
                .filter(key -> !NAMED_FOR_INSTALL.contains(key))
                .toList();
    }

    private static int daysWith(String key, Payload payload) {
        return (int) payload.events().stream()
                .filter(event -> event.name() == BackfillEvent.Name.HISTORICAL_ACTIVITY)
                .filter(event -> event.properties().containsKey(key))
                .count();
    }

    private static void add(List<Difference> list, Subject subject, List<String> keys, int events, Kind kind) {
        if (!keys.isEmpty() && events > 0) {
            list.add(new Difference(subject, keys, events, kind));
        }
    }
}
