package app.recount.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A short text that is another one as soon as something else was read of a session's logs; a log that only moved gives the same. */
final class Fingerprint {

    private static final int BYTES = 8;

    private Fingerprint() {}

    static String of(List<KnownLog> logs, @Nullable Usage usage) {
        var text = new StringBuilder();
        for (var log : logs) {
            var content = log.content();
            text.append(log.name().content()).append('\0');
            text.append(content.position().offset()).append(' ');
            text.append(content.entries() + content.openEntries()).append('\n');
        }
        text.append(usage);
        var digest = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
