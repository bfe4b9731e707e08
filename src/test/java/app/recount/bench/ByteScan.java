package app.recount.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The floor of reading logs: a process that reads the same files, one after the other, and looks at each byte. */
final class ByteScan {

    private static final int BLOCK = 256 << 10;

    private final byte[] buffer = new byte[BLOCK];
    private long lines;

    public static void main(String[] args) throws IOException {
        System.out.println(new ByteScan().scan(Path.of(args[0])));
    }

    /** Returns how many bytes there are. */
    long scan(Path folder) throws IOException {
        long bytes = 0;
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
                read(file);
            }
        }
        if (bytes > 0 && lines == 0) {
            throw new IllegalStateException("these are no logs");
        }
        return bytes;
    }

    private void read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                lines += lineFeeds(read);
            }
        }
    }

    private int lineFeeds(int length) {
        int found = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                found++;
            }
        }
        return found;
    }
}
