package app.recount.desktop.widget;

import java.nio.file.Path;

/** How paths are shown: what lies below the home folder begins with a tilde. */
public record PathNames(Path home) {

    public String of(Path path) {
        if (!path.startsWith(home)) {
            return path.toString();
        }
        return path.equals(home)
                ? "~"
                : Path.of("~").resolve(home.relativize(path)).toString();
    }

    /** The folder that a file lies in. */
    public String folderOf(Path file) {
        var parent = file.getParent();
        return parent == null ? "" : of(parent);
    }
}
