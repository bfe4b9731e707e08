package app.recount.analysis;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.RecountStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Runs with their stages in recount.db. */
public final class AnalysisStore {

    private final RecountStore store;

    AnalysisStore(RecountStore store) {
        this.store = store;
    }

    /** All runs that match, newest first; a limit of 0 means all. */
    public List<AnalysisRun> list(RunFilter filter, int limit) {
        return stored(filter, limit).stream().map(StoredRun::run).toList();
    }

    List<StoredRun> stored(RunFilter filter, int limit) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        filter.sourceId().filter(text -> !text.isEmpty()).ifPresent(text -> {
            conditions.add("source_id = ?");
            values.add(text);
        });
        filter.tool().filter(text -> !text.isEmpty()).ifPresent(text -> {
            conditions.add("tool = ?");
            values.add(RunTool.of(text).map(RunTool::word).orElse(text));
        });
        filter.status().filter(text -> !text.isEmpty()).ifPresent(text -> {
            conditions.add("status = ?");
            values.add(text);
        });
        values.add(limit > 0 ? limit : -1);
        var where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        return store.read(connection -> new RunRows(connection)
                .select(where + " ORDER BY created_at DESC, id_year DESC, id_number DESC, id LIMIT ?", values));
    }

    public Optional<AnalysisRun> find(String id) {
        return stored(id).map(StoredRun::run);
    }

    /** What a run took with everything it was made from; empty if there is no such run. Always as of now. */
    public Optional<EndToEnd> endToEnd(String id) {
        return store.read(connection -> {
            var rows = new RunRows(connection);
            var found = rows.find(id);
            if (found.isEmpty()) {
                return Optional.<EndToEnd>empty();
            }
            var run = found.get().run();
            var inputs = rows.select(
                    "WHERE id IN (SELECT value FROM json_each(?))",
                    List.of(UsageJson.write(run.inputs().analysisIds())));
            return Optional.of(
                    EndToEnd.of(run, inputs.stream().map(StoredRun::run).toList()));
        });
    }

    /**
     * Grows whenever another thread or process changed a run, a stage or a source: cheap enough to be asked several times a second.
     * Samples of a curve do not count, so that watching a run is no change.
     */
    public long version() {
        return store.read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT number FROM analysis_changes")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /**
     * Adds a run that was entered by hand or imported.
     *
     * @throws ProblemException {@code RUN_EXISTS} if the id is not free
     */
    public AnalysisRun add(AnalysisRun run) {
        if (!store.write(connection -> new RunWriter(connection).insert(run))) {
            throw taken(run);
        }
        return run;
    }

    private static ProblemException taken(AnalysisRun run) {
        return new ProblemException(Problem.of("RUN_EXISTS", run.id()).advising(Action.read("leaveIdOut")));
    }

    /**
     * Adds a run with the next id of the year and the next pass of the source, which nobody else gets.
     *
     * @throws ProblemException {@code RUN_EXISTS} if ids that were imported have left none
     */
    AnalysisRun create(int year, String sourceId, BiFunction<String, Integer, AnalysisRun> run) {
        return store.write(connection -> {
            var writer = new RunWriter(connection);
            var created = run.apply(writer.nextId(year).toString(), writer.nextPass(sourceId));
            if (!writer.insert(created)) {
                throw taken(created);
            }
            return created;
        });
    }

    /** The next pass of a source, were a run added now. */
    int nextPass(String sourceId) {
        return store.read(connection -> new RunWriter(connection).nextPass(sourceId));
    }

    Optional<StoredRun> stored(String id) {
        return store.read(connection -> new RunRows(connection).find(id));
    }

    StoredRun require(String id) {
        return stored(id)
                .orElseThrow(() ->
                        new ProblemException(Problem.of("RUN_NOT_FOUND", id).advising(Action.read("listRuns"))));
    }

    /** Writes what has become of the run; empty, and nothing is written, if somebody has changed it since it was read. */
    Optional<AnalysisRun> replace(StoredRun before, AnalysisRun after) {
        return store.write(connection -> new RunWriter(connection).replace(before, after))
                ? Optional.of(after)
                : Optional.empty();
    }

    Optional<AnalysisRun> move(StoredRun before, AnalysisRun after, RunMove move) {
        return store.write(connection -> {
            var writer = new RunWriter(connection);
            if (!writer.replace(before, after)) {
                return Optional.<AnalysisRun>empty();
            }
            writer.addMove(before, move);
            return Optional.of(after);
        });
    }

    /** What a list is narrowed to; absent or empty texts match everything. */
    public record RunFilter(Optional<String> sourceId, Optional<String> tool, Optional<String> status) {
        public static final RunFilter ALL = new RunFilter(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
