package app.recount.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** A stream whose reader may go away, as {@code head} does: what nobody reads is dropped, and the command goes on quietly. */
final class PipeStream extends FilterOutputStream {

    private boolean closedByReader;

    PipeStream(OutputStream out) {
        super(out);
    }

    boolean isClosedByReader() {
        return closedByReader;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        attempt(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(out::flush);
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private void attempt(Writing writing) throws IOException {
        if (closedByReader) {
            return;
        }
        try {
            writing.run();
        } catch (IOException e) {
            if (!isBrokenPipe(e)) {
                throw e; // a full disk behind “>” is no reader that went away
            }
            closedByReader = true;
        }
    }

    /** The system's message is all there is; every language keeps the word. */
    private static boolean isBrokenPipe(IOException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
