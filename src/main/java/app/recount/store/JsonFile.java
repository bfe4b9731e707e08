package app.recount.store;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Small JSON files that are shared with other programs: a BOM is skipped, nothing may follow the one value, two-space indent. */
public final class JsonFile {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private JsonFile() {}

    /**
     * The value, or empty if the bytes are no single JSON value in UTF-8 (an empty file is none), or hold a number that no decimal can
     * be. A number may still be one whose digits would fill the memory, {@code 1e999999999}: write none out in full unlooked.
     */
    public static Optional<JsonNode> parse(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var node = STRICT.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (CharacterCodingException | JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** An empty object to fill. */
    public static ObjectNode object() {
        return STRICT.createObjectNode();
    }

    /** Two-space indent and {@code "key": value}, as JavaScript's {@code JSON.stringify(value, null, 2)}; no final newline. */
    public static String pretty(JsonNode value) {
        return STRICT.writer()
                .with(new DefaultPrettyPrinter()
                        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                        .withArrayIndenter(new DefaultIndenter("  ", "\n"))
                        .withSeparators(Separators.createDefaultInstance()
                                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                                .withObjectEmptySeparator("")
                                .withArrayEmptySeparator("")))
                .writeValueAsString(value);
    }

    /** An instant with exactly three decimals and {@code Z}, as JavaScript's {@code toISOString}. */
    public static String timestamp(Instant instant) {
        return MILLISECONDS.format(instant);
    }
}
