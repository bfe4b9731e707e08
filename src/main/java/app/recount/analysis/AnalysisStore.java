package app.recount.analysis;

import java.util.List;
import java.util.Optional;

/** Runs, stages, samples and sources in recount.db. */
public final class AnalysisStore {

    /** All runs that match, newest first; a limit of 0 means all. */
    public List<AnalysisRun> list(RunFilter filter, int limit) {
        throw new UnsupportedOperationException();
    }

    public Optional<AnalysisRun> find(String id) {
        throw new UnsupportedOperationException();
    }

    /** Grows whenever another thread or process changed anything in recount.db: cheap enough to be asked several times a second. */
    public long version() {
        throw new UnsupportedOperationException();
    }

    /** Adds a run that was entered by hand or imported; the id must be free. */
    public AnalysisRun add(AnalysisRun run) {
        throw new UnsupportedOperationException();
    }

    /** Empty strings match everything. */
    public record RunFilter(Optional<String> sourceId, Optional<String> tool, Optional<String> status) {
        public static final RunFilter ALL = new RunFilter(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
