package app.recount.problem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** Why the system would not do something with a file, in words: the message of such an exception is often the file's name alone. */
public final class SystemAnswer {

    private SystemAnswer() {}

    public static String of(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "This user may not do that with “%s”.".formatted(denied.getFile());
            case NoSuchFileException missing -> "There is no “%s”.".formatted(missing.getFile());
            case NotDirectoryException file -> "“%s” is no folder.".formatted(file.getFile());
            case FileSystemException other
            when other.getReason() != null -> "%s (“%s”).".formatted(other.getReason(), other.getFile());
            default -> Objects.requireNonNullElse(e.getMessage(), e.toString());
        };
    }
}
