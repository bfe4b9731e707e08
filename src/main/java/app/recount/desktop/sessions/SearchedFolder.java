package app.recount.desktop.sessions;

import app.recount.analysis.Tracking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder where a tool's logs would lie.
 *
 * @param tool the product's name
 * @param found whether the folder exists
 */
record SearchedFolder(String tool, Path folder, boolean found) {

    /** Asks the disk. */
    static List<SearchedFolder> of(Tracking tracking) {
        return tracking.tools().stream()
                .flatMap(tool -> tool.roots(tracking.environment()).stream()
                        .map(folder -> new SearchedFolder(tool.label(), folder, Files.isDirectory(folder))))
                .toList();
    }
}
