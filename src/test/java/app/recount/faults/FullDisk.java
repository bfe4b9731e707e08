package app.recount.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * A disk that is full for this process: while it is open no file can grow beyond a size, so that a write comes through to that byte and
 * then fails. Made of the limit that systems have for the size of files; names can still be created, as on a full disk.
 */
public final class FullDisk implements AutoCloseable {

    private FullDisk() {}

    /** Lets files grow to that many bytes and no further. */
    public static FullDisk beyond(long bytes) throws IOException {
        if (limit(Long.toString(bytes)) != 0) {
            System.err.println("SKIPPED: “prlimit” does not work here, so no disk can be full.");
            throw new TestAbortedException("prlimit does not work here");
        }
        return new FullDisk();
    }

    /** The soft limit alone, which may be raised again. */
    private static int limit(String bytes) {
        var command = new ArrayList<>(List.of(
                "prlimit", "--pid", Long.toString(ProcessHandle.current().pid())));
        command.add("--fsize=" + bytes + ":");
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() {
        assertThat(limit("unlimited")).isZero();
    }
}
