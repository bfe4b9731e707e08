package app.recount.desktop.shell;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.store.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Asks the system's own program to show a folder. */
public final class SystemFolderOpener implements FolderOpener {

    private final Environment environment;
    private final Notices notices;

    public SystemFolderOpener(Environment environment, Notices notices) {
        this.environment = environment;
        this.notices = notices;
    }

    @Override
    public void show(Path path) {
        var folder = Files.isDirectory(path) || path.getParent() == null ? path : path.getParent();
        try {
            new ProcessBuilder(command(folder.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            notices.show(Problem.of("FOLDER_NOT_SHOWN", folder).because(e).advising(Action.read("fileManager")));
        }
    }

    private List<String> command(String folder) {
        if (environment.isMac()) {
            return List.of("open", folder);
        }
        return List.of(environment.isWindows() ? "explorer" : "xdg-open", folder);
    }
}
