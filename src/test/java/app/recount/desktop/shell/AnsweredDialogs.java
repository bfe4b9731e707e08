package app.recount.desktop.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asked where to save, it answers by the suggested name; asked for a folder or any other file, nobody is there.
 *
 * @param saving empty where the question is given up
 * @param opening the database that is chosen; empty where the question is given up
 */
public record AnsweredDialogs(Function<String, Optional<Path>> saving, Supplier<Optional<Path>> opening)
        implements FileDialogs {

    /** Nobody chooses a database. */
    public AnsweredDialogs(Function<String, Optional<Path>> saving) {
        this(saving, Optional::empty);
    }

    /** Somebody chooses a database and saves nothing. */
    public static AnsweredDialogs opening(Supplier<Optional<Path>> database) {
        return new AnsweredDialogs(name -> Optional.empty(), database);
    }

    @Override
    public Optional<Path> openDatabase() {
        return opening.get();
    }

    @Override
    public Optional<Path> open(String title, String ending) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String suggestedName) {
        return saving.apply(suggestedName);
    }
}
