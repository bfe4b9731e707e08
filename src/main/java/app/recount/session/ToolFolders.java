package app.recount.session;

import app.recount.store.Environment;
import java.io.File;
import java.nio.file.Path;

/** The folders in which tools keep their files. */
final class ToolFolders {

    private ToolFolders() {}

    /** A folder of the XDG rules, which say that a value that is no absolute path is as good as none. */
    static Path xdg(Environment environment, String variable, String otherwise) {
        return environment
                .filled(variable)
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> environment.home().resolve(otherwise));
    }

    /** Where the file lies below the folder, with slashes on every system; empty if it lies elsewhere. */
    static String below(Path root, Path file) {
        var folder = root.normalize();
        var normal = file.normalize();
        return normal.startsWith(folder) ? folder.relativize(normal).toString().replace(File.separatorChar, '/') : "";
    }
}
