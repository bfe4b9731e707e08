package app.recount.payload;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes events and their envelope, keys in a fixed order, numbers as JavaScript would read them back. */
final class PayloadWriter {

    private final JsonFactory json = new JsonFactory();

    SealedPayload seal(List<BackfillEvent> events, String apiKey) {
        return new SealedPayload(head(apiKey), events.stream().map(this::bytes).toList(), utf8("]}"));
    }

    byte[] head(String apiKey) {
        var key = new ByteArrayOutputStream();
        try (var generator = json.createGenerator(ObjectWriteContext.empty(), key)) {
            generator.writeString(apiKey);
        }
        return utf8("{\"api_key\":%s,\"historical_migration\":true,\"batch\":["
                .formatted(key.toString(StandardCharsets.UTF_8)));
    }

    private byte[] bytes(BackfillEvent event) {
        var out = new ByteArrayOutputStream();
        try (var generator = json.createGenerator(ObjectWriteContext.empty(), out)) {
            generator.writeStartObject();
            generator.writeStringProperty("event", event.name().text());
            generator.writeStringProperty("distinct_id", event.distinctId());
            generator.writeStringProperty("uuid", event.uuid().toString());
            generator.writeStringProperty("timestamp", event.timestamp());
            generator.writeName("properties");
            write(generator, event.properties());
            generator.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator generator, Map<?, ?> properties) {
        generator.writeStartObject();
        properties.forEach((key, value) -> {
            generator.writeName((String) key);
            switch (value) {
                case Boolean flag -> generator.writeBoolean(flag);
                case String text -> generator.writeString(text);
                case BigDecimal number -> generator.writeNumber(plain(number));
                case Map<?, ?> nested -> write(generator, nested);
                default -> throw new IllegalArgumentException("no value of an event: " + key);
            }
        });
        generator.writeEndObject();
    }

    /** 2 and not 2.0 or 2E+3: one value has one form. */
    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
