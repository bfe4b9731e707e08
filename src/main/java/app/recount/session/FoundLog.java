package app.recount.session;

import app.recount.session.AgentTool.LogName;
import java.nio.file.Path;
import java.util.Comparator;

/** A log as it lies on the disk. */
record FoundLog(AgentTool tool, Path path, LogName name, FileState state) {

    /** Of several files with one content the first counts: the plain one, the one in use, the longest. */
    static final Comparator<FoundLog> BEST_FIRST = Comparator.<FoundLog, Boolean>comparing(
                    found -> found.name().compressed())
            .thenComparing(found -> found.name().archived())
            .thenComparingLong(found -> -found.state().size())
            .thenComparing(FoundLog::path);

    /** Whether looking into the file would show nothing that is not known. */
    boolean isAsKnown(KnownLog known) {
        return !known.gone()
                && known.path().equals(path.toString())
                && known.name().equals(name)
                && known.state().sameAs(state);
    }
}
