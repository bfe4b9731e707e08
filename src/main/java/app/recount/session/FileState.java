package app.recount.session;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What a stat says of a file. While it says the same, nothing is read.
 *
 * @param modified nanoseconds since 1970; going back is as much a change as going on
 * @param born when the file was created, in microseconds since 1970; where that is not known, when it was modified
 * @param key the file system's own name of the file (inode), empty if it has none
 */
record FileState(long size, long modified, long born, String key) {

    /** Matches no file: what has it is looked at again next time. */
    private static final long NO_SIZE = -1;

    static FileState of(BasicFileAttributes attributes) {
        return new FileState(
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                micros(attributes.creationTime()),
                Objects.toString(attributes.fileKey(), ""));
    }

    private static long micros(FileTime time) {
        return time.to(TimeUnit.MICROSECONDS);
    }

    /** The same file, but to be looked at again. */
    FileState unsettled() {
        return new FileState(NO_SIZE, modified, born, key);
    }

    boolean sameAs(FileState other) {
        return size == other.size && modified == other.modified && key.equals(other.key);
    }
}
