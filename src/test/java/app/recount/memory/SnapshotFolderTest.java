package app.recount.memory;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.JavaProcess;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFolderTest {

    @TempDir
    Path parent;

    @Test
    void closing_leaves_nothing() throws IOException {
        try (var folder = SnapshotFolder.create(parent)) {
            Files.writeString(folder.path().resolve("memory.db"), "private");
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void what_a_dead_process_left_is_swept() throws IOException {
        leftover("1-2-dead");
        SnapshotFolder.sweep(parent);
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void a_lock_file_whose_folder_was_never_made_is_swept() throws IOException {
        Files.createFile(parent.resolve("1-2-early.lock"));
        SnapshotFolder.sweep(parent);
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void what_this_process_uses_is_kept_however_often_it_sweeps() throws IOException {
        try (var folder = SnapshotFolder.create(parent)) {
            Files.writeString(folder.path().resolve("memory.db"), "private");
            SnapshotFolder.sweep(parent);
            SnapshotFolder.sweep(parent);
            assertThat(folder.path().resolve("memory.db")).hasContent("private");
        }
    }

    @Test
    void what_another_living_process_uses_is_kept_until_it_dies() throws Exception {
        var folder = leftover("1-2-alive");
        var other = JavaProcess.of(Holder.class, folder + ".lock")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('.');
            SnapshotFolder.sweep(parent);
            assertThat(folder.resolve("memory.db")).hasContent("private");
        } finally {
            other.destroyForcibly().waitFor();
        }
        SnapshotFolder.sweep(parent);
        assertThat(parent).isEmptyDirectory();
    }

    private Path leftover(String name) throws IOException {
        var folder = Files.createDirectory(parent.resolve(name));
        Files.createFile(parent.resolve(name + ".lock"));
        for (var file : List.of("memory.db", "memory.db-wal", "memory.db-shm")) {
            Files.writeString(folder.resolve(file), "private");
        }
        return folder;
    }

    /** Holds a lock until it is killed, and says with a dot that it has it. */
    static final class Holder {

        public static void main(String[] args) throws Exception {
            try (var channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
                channel.lock();
                System.out.write('.');
                System.out.flush();
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }
}
