package app.recount.desktop.shell;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the user for files and folders; an interface because a window without a display cannot show the system's dialogs. */
public interface FileDialogs {

    /** A memory database to open. */
    Optional<Path> openDatabase();

    /**
     * Any file to read.
     *
     * @param ending which becomes the filter
     */
    Optional<Path> open(String title, String ending);

    Optional<Path> chooseFolder(String title);

    /**
     * Where to save.
     *
     * @param suggestedName with its ending, which becomes the filter
     */
    Optional<Path> save(String title, String suggestedName);
}
