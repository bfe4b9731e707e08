package app.recount.desktop.shell;

import app.recount.store.Environment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Shows a sentence through the desktop's own notifications: {@code notify-send} where Linux has it, {@code osascript} on macOS. Windows
 * has no program for that.
 */
public final class SystemNotification {

    private static final String TITLE = "Recount";

    private final Environment environment;

    public SystemNotification(Environment environment) {
        this.environment = environment;
    }

    /** Whether there is a program to show it. */
    public boolean isPossible() {
        return command("").isPresent();
    }

    /** Starts that program, where there is one, and does not wait for it. */
    public void show(String sentence) throws IOException {
        var command = command(sentence);
        if (command.isPresent()) {
            new ProcessBuilder(command.get())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }
    }

    private Optional<List<String>> command(String sentence) {
        if (environment.isMac()) {
            // the sentence is an argument of the script, not a part of its source
            return Optional.of(List.of(
                    "/usr/bin/osascript",
                    "-e",
                    "on run argv",
                    "-e",
                    "display notification (item 1 of argv) with title \"" + TITLE + "\"",
                    "-e",
                    "end run",
                    sentence));
        }
        return environment.isLinux()
                ? notifySend().map(program -> List.of(program.toString(), "--app-name=" + TITLE, "--", TITLE, sentence))
                : Optional.empty();
    }

    /** A relative entry of PATH would find what lies in the folder that Recount was started in. */
    private Optional<Path> notifySend() {
        return environment.filled("PATH").stream()
                .flatMap(path -> Stream.of(path.split(Pattern.quote(File.pathSeparator), -1)))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .map(folder -> folder.resolve("notify-send"))
                .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
                .findFirst();
    }
}
