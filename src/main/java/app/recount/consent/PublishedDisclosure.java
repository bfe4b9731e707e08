package app.recount.consent;

import app.recount.payload.BackfillEvent;
import app.recount.payload.SealedEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What claude-mem's published telemetry page says of the backfill, as it stood in August 2026, and what a payload has beyond it. The
 * comparison is by names only: it says where a key is named and where not, and nothing about why. The keys are those of the sealed
 * bytes, and what the page names is written down here and follows from nothing else, so that a new key turns up by itself.
 */
public final class PublishedDisclosure {

    /** When the page was read; it stands beside every comparison, because the page may change. */
    public static final String PAGE_DATE = "August 2026";

    /** What the section on the backfill names for {@code historical_activity}; it writes the stars itself. */
    private static final Predicate<String> NAMED_FOR_DAYS = names("observation_count", "session_count", "summary_count")
            .or(names("prompt_count", "project_count", "session_completed_count", "session_failed_count"))
            .or(names("subagent_obs_count", "discovery_tokens", "backfilled"))
            .or(Pattern.compile("obs_type_\\w+|sessions_\\w+_count").asMatchPredicate());

    /** What it names for {@code install_inferred}. */
    private static final Predicate<String> NAMED_FOR_INSTALL = names("first_active_date", "backfilled");

    /** What the general table names for events of any kind. */
    private static final Predicate<String> NAMED_IN_GENERAL = names(
                    "tokens_saved_vs_naive", "version", "os", "os_version")
            .or(names("is_wsl", "arch", "runtime", "runtime_version", "node_version", "is_ci", "locale"));

    /** PostHog's mark of a key of its own. */
    private static final String OWN = "$";

    private static final String PERSON = "$set";

    /** How the page and the payload differ. */
    public enum Kind {
        NAMED_NOWHERE,
        /** Named for events in general, not in the section on the backfill. */
        NOT_FOR_THESE_EVENTS,
        /** Not in the section on the backfill; nothing is said here of the rest of the page. */
        NOT_IN_THE_SECTION,
        /** The page says that the backfill never runs again; a newer payload version does. */
        SAYS_NEVER_AGAIN
    }

    /** What a difference is about. */
    public enum Subject {
        DAY,
        INSTALL,
        PERSON,
        /** What PostHog's conventions add. */
        DIRECTIVE,
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

    /** The differences of the payload that these are all events of, days first. */
    static List<Difference> differences(List<SealedEvent> events) {
        var differences = new ArrayList<Difference>();
        days(events)
                .forEach((key, count) -> differences.add(new Difference(Subject.DAY, List.of(key), count, kind(key))));
        events.stream()
                .filter(event -> !event.is(BackfillEvent.Name.HISTORICAL_ACTIVITY))
                .forEach(install -> compareInstall(differences, install));
        compareDirectives(differences, events);
        differences.add(new Difference(Subject.VERSION, List.of(), events.size(), Kind.SAYS_NEVER_AGAIN));
        return List.copyOf(differences);
    }

    /** Keys of days that the section does not name, and how many days have each. */
    private static Map<String, Integer> days(List<SealedEvent> events) {
        var unnamed = new LinkedHashMap<String, Integer>();
        events.stream()
                .filter(event -> event.is(BackfillEvent.Name.HISTORICAL_ACTIVITY))
                .flatMap(event -> event.properties().sequencedKeySet().stream())
                .filter(key -> !isOwn(key) && !NAMED_FOR_DAYS.test(key))
                .forEach(key -> unnamed.merge(key, 1, Integer::sum));
        return unnamed;
    }

    private static void compareInstall(List<Difference> differences, SealedEvent install) {
        var unnamed = install.properties().sequencedKeySet().stream()
                .filter(key -> !isOwn(key) && !NAMED_FOR_INSTALL.test(key))
                .toList();
        addByKind(differences, Subject.INSTALL, unnamed, NAMED_IN_GENERAL);
        if (install.properties().get(PERSON) instanceof Map<?, ?> person) {
            // $set itself is what the section does not name, so the keys inside it count whatever they are
            var keys = person.keySet().stream().map(String.class::cast).toList();
            addByKind(differences, Subject.PERSON, keys, NAMED_IN_GENERAL.or(NAMED_FOR_INSTALL));
        }
    }

    private static void addByKind(
            List<Difference> differences, Subject subject, List<String> keys, Predicate<String> named) {
        var parts = keys.stream().collect(Collectors.partitioningBy(named));
        add(differences, subject, parts.getOrDefault(true, List.of()), 1, Kind.NOT_FOR_THESE_EVENTS);
        add(differences, subject, parts.getOrDefault(false, List.of()), 1, Kind.NAMED_NOWHERE);
    }

    private static void compareDirectives(List<Difference> differences, List<SealedEvent> events) {
        var keys = new LinkedHashSet<String>();
        int having = 0;
        for (var event : events) {
            var own = event.properties().sequencedKeySet().stream()
                    .filter(key -> isOwn(key) && !key.equals(PERSON))
                    .toList();
            keys.addAll(own);
            having += own.isEmpty() ? 0 : 1;
        }
        add(differences, Subject.DIRECTIVE, keys, having, Kind.NOT_IN_THE_SECTION);
    }

    private static void add(
            List<Difference> differences, Subject subject, SequencedCollection<String> keys, int events, Kind kind) {
        if (!keys.isEmpty()) {
            differences.add(new Difference(subject, List.copyOf(keys), events, kind));
        }
    }

    private static Kind kind(String key) {
        return NAMED_IN_GENERAL.test(key) ? Kind.NOT_FOR_THESE_EVENTS : Kind.NAMED_NOWHERE;
    }

    private static boolean isOwn(String key) {
        return key.startsWith(OWN);
    }

    private static Predicate<String> names(String... names) {
        return Set.of(names)::contains;
    }
}
