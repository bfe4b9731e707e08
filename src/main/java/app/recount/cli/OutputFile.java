package app.recount.cli;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.ChosenFile;
import java.io.IOException;
import java.nio.file.Path;

/** Writes what an export makes into the file that {@value #OPTION} names. */
final class OutputFile {

    static final String OPTION = "--output";

    private OutputFile() {}

    static void write(Path file, byte[] bytes) {
        try {
            ChosenFile.replace(file, bytes);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("EXPORT_NOT_WRITTEN", file)
                            .because(e)
                            .advising(Action.read("nameOutput")),
                    e);
        }
    }
}
