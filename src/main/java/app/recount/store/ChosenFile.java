package app.recount.store;

import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** A file that the user chose for something to be saved in. */
public final class ChosenFile {

    /** What Linux follows before it speaks of a loop. */
    private static final int MOST_LINKS = 40;

    private ChosenFile() {}

    /**
     * The same as {@link #replace}, for a file that was chosen in a dialog.
     *
     * @return the same file
     * @throws ProblemException {@code FILE_NOT_WRITABLE}
     */
    public static Path write(Path file, byte[] content) {
        try {
            replace(file, content);
            return file;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("FILE_NOT_WRITABLE", file).because(e).advising(Action.read("otherFolder")), e);
        }
    }

    /**
     * Replaces it as a whole: where there is no room, what stood there stays. A symbolic link stays one, and what it names is
     * replaced, or made if it is not there yet.
     *
     * @throws FileAlreadyExistsException if a folder, a device or a pipe is in its place
     */
    public static void replace(Path file, byte[] content) throws IOException {
        var named = named(file);
        // asked of the link: what one of /proc leads to can be opened, and may stand under no name
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new FileAlreadyExistsException((Files.exists(named) ? named : file).toString());
        }
        requireFolder(named);
        AtomicFile.write(named, content);
    }

    /** Said of the folder: that a file of ours could not be made in it would tell nobody what is wrong. */
    private static void requireFolder(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw Files.exists(folder)
                    ? new NotDirectoryException(folder.toString())
                    : new NoSuchFileException(folder.toString());
        }
        if (folder != null && !Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    private static Path named(Path file) throws IOException {
        var named = file;
        for (int links = 0; Files.isSymbolicLink(named); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            named = named.resolveSibling(Files.readSymbolicLink(named));
        }
        return named;
    }
}
