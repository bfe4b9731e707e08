package app.recount.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Creates files and folders that only the user may read, where the file system knows permissions. */
public final class OwnerOnly {

    private OwnerOnly() {}

    /** Creates the folder and its missing parents; those that exist keep the permissions they have. */
    public static void createDirectories(Path folder) throws IOException {
        Files.createDirectories(folder, attributes("rwx------"));
    }

    /** Creates an empty file that must not exist yet. */
    public static Path createFile(Path file) throws IOException {
        return Files.createFile(file, attributes("rw-------"));
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
