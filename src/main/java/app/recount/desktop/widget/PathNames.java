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

    /** The first folder and as many of the last as there is room for; the last one is never left out. */
    public String of(Path path, int most) {
        var whole = of(path);
        var shown = Path.of(whole);
        if (whole.length() <= most || shown.getNameCount() < 3) {
            return whole;
        }
        var separator = path.getFileSystem().getSeparator();
        var head = (shown.isAbsolute() ? String.valueOf(shown.getRoot()) : "") + shown.getName(0) + separator + "…";
        for (int from = 2; from < shown.getNameCount(); from++) {
            var shorter = head + separator + shown.subpath(from, shown.getNameCount());
            if (shorter.length() <= most || from == shown.getNameCount() - 1) {
                return shorter;
            }
        }
        return whole;
    }

    /** The folder that a file lies in. */
    public String folderOf(Path file) {
        var parent = file.getParent();
        return parent == null ? "" : of(parent);
    }
}
