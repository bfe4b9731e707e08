package app.recount.problem;

import app.recount.text.Wording;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** Why the system would not do something with a file, in words: the message of such an exception is often the file's name alone. */
public final class SystemAnswer {

    private SystemAnswer() {}

    public static Wording of(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> Wording.of("system.denied", String.valueOf(denied.getFile()));
            case NoSuchFileException missing -> Wording.of("system.missing", String.valueOf(missing.getFile()));
            case NotDirectoryException file -> Wording.of("system.noFolder", String.valueOf(file.getFile()));
            case FileAlreadyExistsException taken -> Wording.of("system.taken", String.valueOf(taken.getFile()));
            case FileSystemLoopException loop -> Wording.of("system.loop", String.valueOf(loop.getFile()));
            case FileSystemException other
            when other.getReason() != null ->
                Wording.of("system.other", other.getReason(), String.valueOf(other.getFile()));
            default -> Wording.verbatim(Objects.requireNonNullElse(e.getMessage(), e.toString()));
        };
    }
}
