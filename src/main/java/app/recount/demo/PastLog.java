package app.recount.demo;

import app.recount.store.OwnerOnly;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/** A log as it has been lying there since its last line was written. */
final class PastLog {

    private final Path path;
    private final Instant written;
    private final byte[] bytes;

    /** @param path below the home folder */
    PastLog(Path path, Instant written, byte[] bytes) {
        this.path = path;
        this.written = written;
        this.bytes = bytes.clone();
    }

    PastLog movedTo(Path folder) {
        return new PastLog(folder.resolve(Objects.requireNonNull(path.getFileName())), written, bytes);
    }

    PastLog compressed() {
        var packed = new ByteArrayOutputStream();
        try (var zstd = new ZstdOutputStream(packed)) {
            zstd.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return new PastLog(path.resolveSibling(path.getFileName() + ".zst"), written, packed.toByteArray());
    }

    /** Caught half written, as when a machine is switched off. */
    PastLog cut() {
        return new PastLog(path, written, Arrays.copyOf(bytes, bytes.length * 2 / 3));
    }

    void writeBelow(Path home) throws IOException {
        var file = home.resolve(path);
        OwnerOnly.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(OwnerOnly.createFile(file), bytes);
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
