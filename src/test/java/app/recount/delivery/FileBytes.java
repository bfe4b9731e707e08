package app.recount.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.delivery.ReceiptFile.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

/** Any bytes as a marker and as a log of receipts: what must be true of every one. */
final class FileBytes {

    /** A plain number of a version is short, whatever is written there. */
    private static final int LONGEST_VERSION = 100;

    private FileBytes() {}

    static void marker(byte[] bytes) throws IOException {
        try (var kept = new Kept(bytes)) {
            var marker = new CompletionMarker(kept.file);
            var state = marker.read(1);
            assertThat(state.kind()).isNotEqualTo(MarkerState.Kind.ABSENT);
            state.version().ifPresent(version -> assertThat(version).hasSizeLessThan(LONGEST_VERSION));
            marker.says(new Marker(Instant.EPOCH, LocalDate.EPOCH, 1, "id", 1));
        }
    }

    /** Lines that are read are those that were written: every byte of one is covered by its hash. */
    static void receipts(byte[] bytes) throws IOException {
        try (var kept = new Kept(bytes)) {
            var content = new ReceiptFile(kept.file).read();
            var chain = content.chain();
            assertThat(chain.receipts().size() == content.lines().size())
                    .isEqualTo(chain.why().isEmpty());
            for (var receipt : chain.receipts()) {
                assertThat(ReceiptJson.read(receipt.line().getBytes(StandardCharsets.UTF_8)))
                        .contains(receipt);
            }
            assertThat(total(content)).isLessThanOrEqualTo(bytes.length);
        }
    }

    private static long total(Content content) {
        return content.lines().stream().mapToLong(line -> line.length).sum()
                + content.rest().map(rest -> rest.length).orElse(0);
    }

    /** A file with these bytes, as long as it is looked at. */
    private record Kept(Path file) implements AutoCloseable {

        Kept(byte[] bytes) throws IOException {
            this(Files.write(Files.createTempFile("recount-input", ".json"), bytes));
        }

        @Override
        public void close() throws IOException {
            Files.delete(file);
        }
    }
}
