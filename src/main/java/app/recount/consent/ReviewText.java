package app.recount.consent;

import app.recount.payload.Digest;
import app.recount.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements that a user is shown before approving. An approval names their version and hash, so that it is on record what
 * was known; whoever changes a statement raises {@code review.statement-version}.
 *
 * @param version of the set of statements
 * @param statements in the order of their keys
 * @param hash over keys and texts of all statements
 */
public record ReviewText(String version, List<Statement> statements, Digest hash) {

    private static final String PREFIX = "review.statement.";

    /** One statement; the key's last part names it. */
    public record Statement(String name, String text) {}

    public static ReviewText from(Texts texts) {
        var statements = texts.keysBelow(PREFIX).stream()
                .map(key -> new Statement(key.substring(PREFIX.length()), texts.get(key)))
                .toList();
        var written = statements.stream()
                .map(statement -> statement.name() + "=" + statement.text() + "\n")
                .collect(Collectors.joining());
        return new ReviewText(
                texts.get("review.statement-version"), statements, Digest.of(written.getBytes(StandardCharsets.UTF_8)));
    }
}
