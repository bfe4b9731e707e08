package app.recount.cli;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.ChosenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** Writes what an export makes into the file that {@value #OPTION} names, else to standard output. */
final class OutputFile {

    static final String OPTION = "--output";

    private OutputFile() {}

    /** @param told what is noted when it stands in a file */
    static void put(byte[] bytes, Arguments given, Console console, Function<Path, String> told) {
        given.path(OPTION)
                .ifPresentOrElse(
                        file -> {
                            write(file, bytes);
                            console.note(told.apply(file));
                        },
                        () -> console.result(bytes));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            ChosenFile.replace(file, bytes);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("EXPORT_NOT_WRITTEN", file).because(e).advising(Action.read("nameOutput")), e);
        }
    }
}
