package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Saving;
import app.recount.report.ExportFormat;
import app.recount.report.RunExport;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Saves runs in a file of the user's choice. */
final class RunExports {

    private final Desk desk;
    private final Clock clock;
    private final Saving saving;

    RunExports(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
        saving = new Saving(desk, "analyses.saved");
    }

    /** Asks where, and writes; {@code find} knows the inputs of a synthesis, and is asked on another thread. */
    void save(List<AnalysisRun> runs, ExportFormat format, Function<String, Optional<AnalysisRun>> find) {
        var name = runs.size() == 1 ? runs.getFirst().id() : "analysis-logs";
        saving.saveLong(
                desk.texts().get("analyses.export.title", runs.size()),
                name + "." + format.word(),
                progress -> new RunExport(find, clock).bytes(runs, format));
    }
}
