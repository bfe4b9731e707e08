package app.recount.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;

/** One log, line by line, each a little later than the one before. */
final class LogWriter implements AutoCloseable {

    private final OutputStream out;
    private final Chance chance;
    private Instant at;
    private long written;

    LogWriter(Path file, Instant start, Chance chance) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        this.out = Files.newOutputStream(file);
        this.at = start;
        this.chance = chance;
    }

    /** The next line's moment, as logs write it. */
    String nextTime() {
        at = at.plusMillis(chance.between(300, 20_000));
        return "%tFT%<tT.%<tLZ".formatted(at.atOffset(ZoneOffset.UTC));
    }

    void line(String line) throws IOException {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        out.write(bytes);
        out.write('\n');
        written += bytes.length + 1;
    }

    long written() {
        return written;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
