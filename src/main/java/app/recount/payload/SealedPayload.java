package app.recount.payload;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payload as the exact request body: event bytes in one envelope, serialised once. The preview shows these bytes, the approval
 * names their digest, the sender puts them on the wire. Immutable.
 */
public final class SealedPayload {

    private static final byte COMMA = ',';

    private final byte[] head;
    private final List<byte[]> events;
    private final byte[] tail;
    private final byte[] body;
    private final Digest digest;

    SealedPayload(byte[] head, List<byte[]> events, byte[] tail) {
        this.head = head.clone();
        this.events = List.copyOf(events);
        this.tail = tail.clone();
        this.body = join();
        this.digest = Digest.of(body);
    }

    /** Serialises the events; without a key the body shows it empty. */
    public static SealedPayload seal(Payload payload, ApiKey key) {
        return new PayloadWriter().seal(payload.events(), key.value().orElse(""));
    }

    /** Takes bytes that were sealed before apart again; empty if they are no sealed body. */
    public static Optional<SealedPayload> parse(byte[] body) {
        return new SealedBodyReader().read(body);
    }

    /** The request body; a copy. */
    public byte[] body() {
        return body.clone();
    }

    public int size() {
        return body.length;
    }

    public Digest digest() {
        return digest;
    }

    public int eventCount() {
        return events.size();
    }

    /** Whether the envelope carries this key. */
    public boolean hasKey(ApiKey key) {
        return Arrays.equals(head, new PayloadWriter().head(key.value().orElse("")));
    }

    /** The bytes of one event as they stand in the body; a copy. */
    public byte[] event(int index) {
        return events.get(index).clone();
    }

    /** Where an event's first byte stands in the body. */
    public int offset(int index) {
        int offset = head.length;
        for (int i = 0; i < index; i++) {
            offset += events.get(i).length + 1;
        }
        return offset;
    }

    /** The same envelope around the events from {@code from} (included) to {@code to} (excluded): a part after a 413. */
    public SealedPayload slice(int from, int to) {
        return new SealedPayload(head, events.subList(from, to), tail);
    }

    /** The size of the largest event in bytes; 0 without events. */
    public int largestEvent() {
        return events.stream().mapToInt(event -> event.length).max().orElse(0);
    }

    private byte[] join() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(head);
        for (int i = 0; i < events.size(); i++) {
            if (i > 0) {
                out.write(COMMA);
            }
            out.writeBytes(events.get(i));
        }
        out.writeBytes(tail);
        return out.toByteArray();
    }

    /** Equal when the bytes are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedPayload that && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "SealedPayload[%d events, %d bytes, %s]".formatted(events.size(), body.length, digest);
    }
}
