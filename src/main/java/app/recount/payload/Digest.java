package app.recount.payload;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The SHA-256 of exact bytes.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {

    private static final Pattern WRITTEN = Pattern.compile("sha256:([0-9a-f]{64})");

    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** Reads what {@link #toString} writes; empty for anything else. */
    public static Optional<Digest> parse(String written) {
        var matcher = WRITTEN.matcher(written);
        return matcher.matches() ? Optional.of(new Digest(matcher.group(1))) : Optional.empty();
    }

    /** First and last digits, enough for the eye; never to compare by. */
    public String shortened() {
        return "sha256:%s…%s".formatted(hex.substring(0, 12), hex.substring(57));
    }

    @Override
    public String toString() {
        return "sha256:" + hex;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
