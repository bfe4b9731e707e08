package app.recount.desktop.shell;

import java.nio.file.Path;

/** Shows a file or folder in the system's file manager. */
public interface FolderOpener {

    /** Opens the folder that contains {@code path}, or {@code path} itself if it is a folder. */
    void show(Path path);
}
