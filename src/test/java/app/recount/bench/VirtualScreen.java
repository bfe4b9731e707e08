package app.recount.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An X server without a screen (Xvfb), whose picture is a file in memory: what is painted can be seen without asking the server, which
 * would take its time from the program that is watched.
 */
final class VirtualScreen implements AutoCloseable {

    /** Fields of the header of an X window dump, in units of four bytes: its size, the line's bytes, the number of colours. */
    private static final int HEADER_SIZE = 0;

    private static final int COLOURS = 19;
    private static final int COLOUR_BYTES = 12;

    private final Process server;
    private final String display;
    private final IntBuffer pixels;

    VirtualScreen(Path folder) throws IOException {
        Files.createDirectories(folder);
        server = new ProcessBuilder(
                        "Xvfb",
                        "-noreset",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        "1280x800x24",
                        "-fbdir",
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        // says its number once it is ready
        display = ":"
                + new BufferedReader(new InputStreamReader(
                                server.getInputStream(), java.nio.charset.StandardCharsets.US_ASCII))
                        .readLine();
        try (var file = FileChannel.open(folder.resolve("Xvfb_screen0"), StandardOpenOption.READ)) {
            var dump = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
            int begin = dump.getInt(HEADER_SIZE) + dump.getInt(COLOURS * Integer.BYTES) * COLOUR_BYTES;
            pixels = dump.slice(begin, dump.limit() - begin)
                    .order(ByteOrder.nativeOrder())
                    .asIntBuffer();
        }
    }

    String display() {
        return display;
    }

    /** How many pixels have a colour now, given as red, green and blue. */
    int count(int colour) {
        int found = 0;
        for (int i = 0; i < pixels.limit(); i++) {
            if ((pixels.get(i) & 0xffffff) == colour) {
                found++;
            }
        }
        return found;
    }

    /** Whether anything but black is painted; looks at some hundred places. */
    boolean isPainted() {
        for (int i = 0; i < pixels.limit(); i += 1999) {
            if ((pixels.get(i) & 0xffffff) != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
