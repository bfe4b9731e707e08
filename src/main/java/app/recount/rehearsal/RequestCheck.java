package app.recount.rehearsal;

import app.recount.rehearsal.RequestFinding.Code;
import app.recount.rehearsal.RequestFinding.Effect;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks at one request as PostHog would, and a little closer. The events are read one by one: the whole tree is never in memory. */
final class RequestCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> KNOWN_KEYS = Set.of("api_key", "historical_migration", "batch", "sent_at");

    /**
     * What was seen.
     *
     * @param events how many events could be read
     */
    record Result(int events, List<RequestFinding> findings) {

        /** What PostHog would answer: it stops at the first thing that it refuses. */
        Fault.Answer answer() {
            return findings.stream()
                    .filter(finding -> finding.code().effect() == Effect.REFUSED)
                    .findFirst()
                    .map(Result::refusal)
                    .orElseGet(() -> Fault.Answer.of(200));
        }

        private static Fault.Answer refusal(RequestFinding finding) {
            var code = finding.code();
            return Fault.Answer.json(
                    code.status(),
                    "{\"type\":\"validation_error\",\"code\":\"%s\",\"detail\":\"%s\"}"
                            .formatted(code.name().toLowerCase(Locale.ROOT), code.meaning()));
        }
    }

    private final FindingTally findings = new FindingTally();
    private final EventCheck events;
    private boolean keySeen;
    private boolean historical;

    RequestCheck(Instant receivedAt) {
        events = new EventCheck(findings, receivedAt);
    }

    Result check(Request request) {
        request.fault().ifPresent(code -> findings.add(code, request.path()));
        if (!request.method().isEmpty()) {
            checkHead(request);
        }
        if (request.fault().isEmpty() && request.method().equals("POST")) {
            checkBody(request.body().shared());
        }
        return new Result(events.count(), findings.findings());
    }

    private void checkHead(Request request) {
        if (!request.path().equals("/batch/")) {
            findings.add(Code.WRONG_PATH, request.path());
        }
        if (!request.method().equals("POST")) {
            findings.add(Code.NOT_POST, request.method());
        }
        request.header("Content-Encoding").ifPresent(value -> findings.add(Code.NOT_PLAIN, value));
        var type = request.header("Content-Type").orElse("no Content-Type");
        if (request.method().equals("POST") && !type.startsWith("application/json")) {
            findings.add(Code.NOT_PLAIN, type);
        }
    }

    private void checkBody(byte[] body) {
        try {
            // PostHog's parser knows no byte order mark and nothing but UTF-8; Jackson would accept more
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            if (body.length == 0 || body[0] != '{' || (body.length > 1 && body[1] == 0)) {
                findings.add(Code.BODY_NOT_JSON, body.length == 0 ? "empty" : "does not begin with {");
                return;
            }
            try (var parser = JSON.createParser(body)) {
                checkEnvelope(parser);
            }
        } catch (CharacterCodingException e) {
            findings.add(Code.BODY_NOT_JSON, "not UTF-8");
        } catch (JacksonException e) {
            findings.add(Code.BODY_NOT_JSON, e.getOriginalMessage());
        }
    }

    private void checkEnvelope(JsonParser parser) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = parser.currentName();
            if (!KNOWN_KEYS.contains(key)) {
                findings.add(Code.UNKNOWN_KEY, key);
            }
            if (parser.nextToken() == JsonToken.START_ARRAY && key.equals("batch")) {
                events.checkAll(parser);
            } else {
                checkValue(key, parser.readValueAsTree());
            }
        }
        if (parser.nextToken() != null) {
            findings.add(Code.BODY_NOT_JSON, "more than one value");
        }
        if (!keySeen) {
            findings.add(Code.NO_API_KEY, "");
        }
        if (!historical) {
            findings.add(Code.NOT_HISTORICAL, "");
        }
        if (events.count() == 0) {
            findings.add(Code.NO_EVENTS, "");
        }
    }

    private void checkValue(String key, JsonNode value) {
        switch (key) {
            case "api_key" -> checkKey(value);
            case "historical_migration" -> historical = value.isBoolean() && value.asBoolean();
            case "sent_at" -> findings.add(Code.SENT_AT, value.toString());
            default -> {
                // reported as unknown, or a batch that is no list and so has no events
            }
        }
    }

    private void checkKey(JsonNode value) {
        keySeen = value.isString() && !value.asString().isBlank();
        if (keySeen && value.asString().startsWith("phx_")) {
            findings.add(Code.PERSONAL_KEY, "phx_…");
        }
    }
}
