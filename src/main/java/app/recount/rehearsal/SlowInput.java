package app.recount.rehearsal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads a kilobyte at a time, each after a pause. */
final class SlowInput extends FilterInputStream {

    private static final int PORTION = 1024;

    private final Duration pause;
    private final Patience patience;

    SlowInput(InputStream in, Duration pause, Patience patience) {
        super(in);
        this.pause = pause;
        this.patience = patience;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        patience.pause(pause);
        return super.read(bytes, offset, Math.min(length, PORTION));
    }
}
