package app.recount.rehearsal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a request's body, exactly as they came. */
public final class ReceivedBody {

    static final ReceivedBody NONE = new ReceivedBody(new byte[0]);

    private final byte[] bytes;

    ReceivedBody(byte[] bytes) {
        this.bytes = bytes;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    /** {@code sha256:} and the hash in lower-case hex, as payloads name theirs. */
    public String digest() {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The bytes themselves, for reading only. */
    byte[] shared() {
        return bytes;
    }
}
