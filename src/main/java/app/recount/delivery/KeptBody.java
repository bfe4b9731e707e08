package app.recount.delivery;

import app.recount.payload.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * The stored bytes of a payload that receipts name.
 *
 * @param receipts the numbers of the entries that name them
 */
public record KeptBody(Digest digest, State state, List<Long> receipts) {

    /** Entries about bytes that were approved, and so kept; a no keeps none. */
    private static final Set<Receipt.Kind> KEEPING =
            Set.of(Receipt.Kind.APPROVED, Receipt.Kind.SENT, Receipt.Kind.ANSWER, Receipt.Kind.MARKER_WRITTEN);

    /** Whether they are still there, and the same; the text is the one that scripts see. */
    public enum State {
        /** Their SHA-256 is the digest in the receipts. */
        KEPT("kept"),
        CHANGED("changed"),
        ABSENT("absent");

        private final String text;

        State(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public KeptBody {
        receipts = List.copyOf(receipts);
    }

    /** Hashes every stored body that these receipts name, each once, in the order of the receipts. */
    static List<KeptBody> of(List<Receipt> receipts, Path folder) throws IOException {
        var numbers = new LinkedHashMap<Digest, List<Long>>();
        for (var receipt : receipts) {
            if (KEEPING.contains(receipt.kind())) {
                receipt.subject()
                        .ifPresent(subject -> numbers.computeIfAbsent(subject.digest(), _ -> new ArrayList<>())
                                .add(receipt.number()));
            }
        }
        var bodies = new ArrayList<KeptBody>();
        for (var entry : numbers.entrySet()) {
            bodies.add(new KeptBody(entry.getKey(), state(entry.getKey(), folder), entry.getValue()));
        }
        return bodies;
    }

    private static State state(Digest digest, Path folder) throws IOException {
        var file = ApprovedStore.body(folder, digest);
        if (!Files.isRegularFile(file)) {
            return State.ABSENT;
        }
        return Digest.of(Files.readAllBytes(file)).equals(digest) ? State.KEPT : State.CHANGED;
    }
}
