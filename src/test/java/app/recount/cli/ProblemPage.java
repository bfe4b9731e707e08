package app.recount.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import app.recount.cli.ProblemSites.Site;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.text.Texts;
import app.recount.text.Wording;
import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The chapters of {@code docs/problems.md}, one for each letter: what the bundle says of each code, and what the program does with it. */
final class ProblemPage {

    private static final String TEXTS = "problem.";

    private static final String CAUSE = ".cause";

    /** For what differs from case to case. */
    private static final String GAP = "…";

    /** Before what is said behind a sentence that stands above it. */
    private static final String FOLLOWS = "— ";

    private static final String NONE = "–";

    private static final String HEAD =
            "| code | exit status | what it says | what can be done |\n| --- | --- | --- | --- |\n";

    /** Where a problem that is not thrown is why a sending ended; only its outcome says with which status. */
    private static final Set<String> SENDING = Set.of("delivery", "payload");

    private static final String AS_SENT = "`send`";

    /** The command line does not go by the actions of these. */
    private static final Map<String, Integer> FIXED = Map.of(
            "WRONG_USAGE", ExitStatus.WRONG_USAGE,
            "UNEXPECTED", ExitStatus.FAILED,
            "OUTPUT_NOT_WRITTEN", ExitStatus.FAILED);

    /** Notices beside what a command does, and what only the window writes. */
    private static final Set<String> ENDS_NO_COMMAND = Set.of(
            "FILE_NOT_WRITABLE",
            "SETTINGS_NOT_WRITTEN",
            "SETTINGS_SET_ASIDE",
            "SETTINGS_UNREADABLE",
            "STORE_SET_ASIDE");

    private final Texts texts = new Texts();
    private final Map<String, List<Site>> sites;

    ProblemPage(List<Site> sites) {
        this.sites = sites.stream().collect(groupingBy(Site::code, TreeMap::new, toList()));
    }

    /** Every code that the program makes. */
    Set<String> codes() {
        return sites.keySet();
    }

    /** Those about which this class knows more than the sources say. */
    static Set<String> special() {
        return Stream.concat(FIXED.keySet().stream(), ENDS_NO_COMMAND.stream()).collect(toCollection(TreeSet::new));
    }

    /** Those with which a command may end because of it. */
    Set<String> statuses(String code) {
        return places(code).stream().map(ProblemPage::status).collect(toCollection(TreeSet::new));
    }

    private List<Site> places(String code) {
        return sites.getOrDefault(code, List.of());
    }

    /** The texts that no code says. */
    List<String> unsaid() {
        var said = sites.values().stream()
                .flatMap(each -> Stream.concat(messages(each).stream(), more(each).stream()))
                .flatMap(key -> Stream.of(key, key + CAUSE))
                .toList();
        return texts.keysBelow(TEXTS).stream()
                .filter(key -> !said.contains(key))
                .toList();
    }

    String text() {
        return codes().stream()
                .map(code -> code.substring(0, 1))
                .distinct()
                .map(this::chapter)
                .collect(joining());
    }

    private String chapter(String letter) {
        return codes().stream()
                .filter(code -> code.startsWith(letter))
                .flatMap(code -> rows(code, places(code)))
                .collect(joining("", "\n## %s\n\n%s".formatted(letter, HEAD), ""));
    }

    /** The code stands in the first of its rows alone. */
    private Stream<String> rows(String code, List<Site> places) {
        var rows = new ArrayList<String>();
        for (var key : messages(places)) {
            var said = places.stream()
                    .filter(place -> place.message().equals(Optional.of(key)))
                    .toList();
            rows.add(row(status(said), sentence(key), advice(said)));
        }
        if (rows.isEmpty()) {
            rows.add(row(status(places), GAP, advice(places)));
        }
        more(places).forEach(key -> rows.add(row("", FOLLOWS + text(key), "")));
        return IntStream.range(0, rows.size())
                .mapToObj(index -> "| %s | %s |\n".formatted(index == 0 ? "`" + code + "`" : "", rows.get(index)));
    }

    private static String row(String status, String says, String advice) {
        return String.join(" | ", status, says, advice);
    }

    /** The keys of the sentences that say what failed; that of the code itself is the first. */
    private static Set<String> messages(List<Site> places) {
        return places.stream().flatMap(place -> place.message().stream()).collect(toCollection(TreeSet::new));
    }

    /** The keys of what follows such a sentence, one of them at a time: reasons, and parts of them. */
    private Set<String> more(List<Site> places) {
        var messages = messages(places);
        var keys = new LinkedHashSet<String>();
        for (var message : messages) {
            if (message.startsWith(TEXTS)) {
                keys.addAll(texts.keysBelow(message.replaceFirst("(problem\\.[^.]+).*", "$1.")));
            }
        }
        places.forEach(place -> keys.addAll(place.causes()));
        keys.removeIf(key -> messages.contains(key) || key.endsWith(CAUSE));
        return keys;
    }

    private String sentence(String key) {
        return texts.has(key + CAUSE) ? text(key) + " " + text(key + CAUSE) : text(key);
    }

    private String advice(List<Site> places) {
        return places.stream()
                .flatMap(place -> place.actions().stream())
                .map(Action::sentence)
                .map(wording -> ((Wording.Text) wording).key())
                .distinct()
                .map(this::text)
                .collect(joining(" "));
    }

    private static String status(List<Site> places) {
        var all = places.stream().map(ProblemPage::status).collect(toCollection(TreeSet::new));
        if (all.size() > 1) {
            all.remove(NONE);
        }
        return String.join(", ", all);
    }

    private static String status(Site place) {
        if (place.area().equals("desktop") || ENDS_NO_COMMAND.contains(place.code())) {
            return NONE;
        }
        if (SENDING.contains(place.area()) && !place.thrown()) {
            return AS_SENT;
        }
        var problem = new Problem(place.code(), Wording.verbatim("")).advising(place.actions());
        return String.valueOf(FIXED.getOrDefault(place.code(), ExitStatus.of(problem)));
    }

    /** With a sign for each gap, whatever would fill it. */
    private String text(String key) {
        var pattern = texts.get(key);
        if (!pattern.contains("{")) {
            return pattern;
        }
        var format = new MessageFormat(pattern, Locale.ENGLISH);
        format.setFormats(new Format[format.getFormats().length]);
        var gaps = new Object[format.getFormatsByArgumentIndex().length];
        Arrays.fill(gaps, GAP);
        return format.format(gaps).replace("|", "\\|");
    }
}
