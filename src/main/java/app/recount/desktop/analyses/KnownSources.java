package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.AnalysisRun.Identity;
import app.recount.analysis.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What past runs and registered sources tell of the next run. */
record KnownSources(List<AnalysisRun> runs, List<Source> sources) {

    /** Between a source's id and its title in a suggestion. */
    private static final String TITLED = " · ";

    /** Known and past sources whose id or title holds what was typed; registered ones first. */
    List<String> suggestions(String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        return Stream.concat(
                        sources.stream().map(known -> known.id() + TITLED + known.title()),
                        runs.stream().map(AnalysisRun::sourceId).filter(id -> !isRegistered(id)))
                .distinct()
                .filter(each -> each.toLowerCase(Locale.ROOT).contains(wanted))
                .limit(12)
                .toList();
    }

    /** The id alone, where a suggestion with its title was taken. */
    static String id(String typed) {
        int end = typed.indexOf(TITLED);
        return (end < 0 ? typed : typed.substring(0, end)).strip();
    }

    /** The models of past runs, the most used first. */
    List<String> models() {
        return runs.stream()
                .flatMap(run -> Stream.ofNullable(run.description().model()))
                .distinct()
                .sorted(Comparator.comparingLong((String name) -> -runs.stream()
                                .filter(run -> name.equals(run.description().model()))
                                .count())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    boolean isKnown(String id) {
        return isRegistered(id) || passes(id) > 0;
    }

    boolean isRegistered(String id) {
        return sources.stream().anyMatch(known -> known.id().equals(id));
    }

    /** How many runs of this source there are. */
    int passes(String id) {
        return (int) of(id).count();
    }

    /** The number that the next run of this source gets. */
    int nextPass(String id) {
        return of(id).mapToInt(AnalysisRun::pass)
                        .filter(pass -> pass < Identity.LAST_PASS)
                        .max()
                        .orElse(0)
                + 1;
    }

    private Stream<AnalysisRun> of(String id) {
        return runs.stream().filter(run -> run.sourceId().equals(id));
    }
}
