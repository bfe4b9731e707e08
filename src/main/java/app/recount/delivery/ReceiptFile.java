package app.recount.delivery;

import app.recount.payload.Digest;
import app.recount.store.AtomicFile;
import app.recount.store.HalfFiles;
import app.recount.store.SmallFile;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The file of the log: whole lines, and what a crash may have left after the last of them. Written with the lock of the log only. */
final class ReceiptFile {

    /** A backfill leaves some kilobytes, and is done once; whatever is larger is no log of receipts. */
    static final int LARGEST = 16 << 20;

    private final Path file;

    ReceiptFile(Path file) {
        this.file = file;
    }

    /**
     * What stands in the file.
     *
     * @param lines whole ones, without their newlines
     * @param rest bytes after the last newline, if there are any
     */
    record Content(List<byte[]> lines, Optional<byte[]> rest) {

        /** The chain from the first line on, up to the first one that does not fit. */
        Chain chain() {
            var receipts = new ArrayList<Receipt>();
            Optional<Digest> previous = Optional.empty();
            for (var line : lines) {
                var receipt = ReceiptJson.read(line);
                long number = receipts.size() + 1L;
                if (receipt.isEmpty()) {
                    return Chain.broken(receipts, Wording.of("proof.changed"));
                }
                if (receipt.get().number() != number
                        || !receipt.get().previous().equals(previous)) {
                    return Chain.broken(
                            receipts,
                            Wording.of("proof.outOfPlace", receipt.get().number()));
                }
                previous = Optional.of(receipt.get().hash());
                receipts.add(receipt.get());
            }
            return new Chain(receipts, Optional.empty());
        }
    }

    /**
     * The good beginning of the log.
     *
     * @param why what is wrong with the line after it; empty if all lines are good
     */
    record Chain(List<Receipt> receipts, Optional<Wording> why) {

        Chain {
            receipts = List.copyOf(receipts);
        }

        static Chain broken(List<Receipt> good, Wording why) {
            return new Chain(good, Optional.of(why));
        }
    }

    Content read() throws IOException {
        if (!Files.exists(file)) {
            return new Content(List.of(), Optional.empty());
        }
        var bytes = SmallFile.read(file, LARGEST);
        var lines = new ArrayList<byte[]>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        var rest = Arrays.copyOfRange(bytes, start, bytes.length);
        if (ReceiptJson.read(rest).isPresent()) {
            lines.add(rest); // only the newline was lost
            return new Content(lines, Optional.empty());
        }
        return new Content(lines, Optional.of(rest).filter(torn -> torn.length > 0));
    }

    /** Appends a line with its newline; it is on the disk when this returns. */
    void append(String line) throws IOException {
        if (!Files.exists(file)) {
            HalfFiles.of(file).delete();
            AtomicFile.write(file, new byte[0]); // durable as a name, too
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long before = channel.size();
            channel.position(before);
            try {
                write(channel, endsWithNewline(channel) ? line : "\n" + line);
                channel.force(true);
            } catch (IOException e) {
                channel.truncate(before); // what could not be put on record must not look as if it had been
                throw e;
            }
        }
    }

    private static boolean endsWithNewline(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return true;
        }
        var last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) == '\n';
    }

    private static void write(FileChannel channel, String text) throws IOException {
        var buffer = StandardCharsets.UTF_8.encode(text);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Moves the bytes after the last whole line into a file of their own and returns its path. */
    Path setAside(byte[] rest) throws IOException {
        var kept = free();
        HalfFiles.of(kept).delete();
        AtomicFile.write(kept, rest);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - rest.length);
            channel.force(true);
        }
        return kept;
    }

    private Path free() {
        for (int n = 1; ; n++) {
            var candidate = file.resolveSibling(file.getFileName() + ".torn-" + n);
            if (!Files.exists(candidate)) {
                return candidate;
            }
        }
    }
}
