package app.recount.store;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.problem.SystemAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that the user chose for something to be saved in. */
public final class ChosenFile {

    private ChosenFile() {}

    /**
     * Replaces it as a whole: where there is no room, what stood there stays.
     *
     * @return the same file
     * @throws ProblemException {@code FILE_NOT_WRITABLE}
     */
    public static Path write(Path file, byte[] content) {
        try {
            AtomicFile.write(Files.isSymbolicLink(file) ? file.toRealPath() : file, content);
            return file;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("FILE_NOT_WRITABLE", file)
                            .because(SystemAnswer.of(e))
                            .advising(Action.read("otherFolder")),
                    e);
        }
    }
}
