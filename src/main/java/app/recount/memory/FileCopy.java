package app.recount.memory;

import app.recount.store.OwnerOnly;
import app.recount.store.Progress;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;

/** Copies a file that may grow or shrink meanwhile; can be cancelled, and tells how far it is. */
final class FileCopy {

    private static final Wording STEP = Wording.of("step.copying");

    /** Some hundredths of a second of work. */
    private static final long PIECE = 16L << 20;

    private final Progress progress;

    FileCopy(Progress progress) {
        this.progress = progress;
    }

    void copy(Path source, Path target) throws IOException {
        OwnerOnly.createFile(target);
        try (var from = FileChannel.open(source, StandardOpenOption.READ);
                var to = FileChannel.open(target, StandardOpenOption.WRITE)) {
            long done = 0;
            while (true) {
                if (progress.isCancelled()) {
                    throw new CancellationException();
                }
                var copied = from.transferTo(done, PIECE, to);
                if (copied <= 0) {
                    return;
                }
                done += copied;
                progress.report(STEP, Math.min(1, (double) done / Math.max(done, from.size())));
            }
        }
    }
}
