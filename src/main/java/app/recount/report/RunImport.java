package app.recount.report;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.AnalysisStore;
import app.recount.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Takes runs from a file into the store. What is there already is never changed. */
public final class RunImport {

    private final AnalysisStore runs;

    public RunImport(AnalysisStore runs) {
        this.runs = runs;
    }

    /** How it went with one entry. */
    public enum Outcome {
        ADDED,
        /** The same run is there already. */
        UNCHANGED,
        /** Another run, or another state of it, has this id. */
        CONFLICT,
        UNREADABLE
    }

    /**
     * One entry.
     *
     * @param detail why, for people; empty if there is nothing to say
     */
    public record Line(String name, Outcome outcome, List<Wording> detail) {

        public Line {
            detail = List.copyOf(detail);
        }
    }

    /** Says what {@link #apply} would do; stores nothing. */
    public List<Line> plan(List<ImportEntry> entries) {
        return lines(entries, false);
    }

    /** Adds what is new. */
    public List<Line> apply(List<ImportEntry> entries) {
        return lines(entries, true);
    }

    private List<Line> lines(List<ImportEntry> entries, boolean store) {
        var lines = new ArrayList<Line>();
        for (var entry : entries) {
            lines.add(
                    switch (entry) {
                        case ImportEntry.Unreadable(var name, var reason) ->
                            new Line(name, Outcome.UNREADABLE, List.of(reason));
                        case ImportEntry.Understood readable -> take(readable, store);
                    });
        }
        return lines;
    }

    private Line take(ImportEntry.Understood entry, boolean store) {
        var run = entry.run();
        var existing = runs.find(run.id());
        if (existing.isEmpty()) {
            if (store) {
                runs.add(run);
            }
            return new Line(run.id(), Outcome.ADDED, entry.notices());
        }
        var differing = differing(existing.get(), run);
        return differing.isEmpty()
                ? new Line(run.id(), Outcome.UNCHANGED, entry.notices())
                : new Line(run.id(), Outcome.CONFLICT, List.of(Wording.of("import.conflict", differing)));
    }

    private static String differing(AnalysisRun existing, AnalysisRun imported) {
        var before = RunField.values(existing);
        return RunField.values(imported).entrySet().stream()
                .filter(field -> !field.getValue().equals(before.get(field.getKey())))
                .map(field -> field.getKey().key())
                .collect(Collectors.joining(", "));
    }
}
