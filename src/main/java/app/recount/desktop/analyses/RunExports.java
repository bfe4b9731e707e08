package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.widget.Status;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.report.ExportFormat;
import app.recount.report.RunExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Saves runs in a file of the user's choice. */
final class RunExports {

    private final Desk desk;
    private final Clock clock;

    RunExports(Desk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** Asks where, and writes; {@code find} knows the inputs of a synthesis. */
    void save(List<AnalysisRun> runs, ExportFormat format, Function<String, Optional<AnalysisRun>> find) {
        var title = desk.texts().get("analyses.export.title", runs.size());
        var name = runs.size() == 1 ? runs.getFirst().id() : "analysis-logs";
        desk.files()
                .save(title, name + "." + format.word())
                .ifPresent(file -> desk.background()
                        .task(title, progress -> write(file, new RunExport(find, clock).bytes(runs, format)))
                        .whenDone(saved -> desk.notices()
                                .say(
                                        Status.GOOD,
                                        "SAVED",
                                        desk.texts()
                                                .get(
                                                        "analyses.saved",
                                                        desk.paths().of(saved))))
                        .start());
    }

    private static Path write(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "FILE_NOT_WRITABLE",
                            "“%s” could not be written.".formatted(file),
                            e.getMessage(),
                            Action.read("Choose another folder.")),
                    e);
        }
    }
}
