package app.recount.rehearsal;

import app.recount.rehearsal.RequestFinding.Code;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Looks at the events of one request. */
final class EventCheck {

    private static final int LARGEST_EVENT = 1_000_000;
    private static final int LONGEST_DISTINCT_ID = 200;
    private static final Duration YOUNGEST = Duration.ofDays(2);
    private static final Duration FARTHEST_AHEAD = Duration.ofHours(23);
    private static final Set<String> KNOWN_KEYS = Set.of("event", "distinct_id", "uuid", "timestamp", "properties");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final FindingTally findings;
    private final Instant receivedAt;
    private final Set<Identity> seen = new HashSet<>();
    private int count;

    EventCheck(FindingTally findings, Instant receivedAt) {
        this.findings = findings;
        this.receivedAt = receivedAt;
    }

    /** What PostHog merges events by. */
    private record Identity(String day, String event, String distinctId, UUID uuid) {}

    int count() {
        return count;
    }

    /** Reads to the end of the list that the parser stands in. */
    void checkAll(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long start = parser.currentTokenLocation().getByteOffset();
            JsonNode event = parser.readValueAsTree();
            long end = parser.currentLocation().getByteOffset();
            count++;
            if (end - start > LARGEST_EVENT) {
                findings.add(Code.EVENT_TOO_LARGE, "event %d, %d bytes".formatted(count, end - start));
            }
            check(event);
        }
    }

    private void check(JsonNode event) {
        var position = "event " + count;
        if (!event.isObject()) {
            findings.add(Code.EVENT_NOT_OBJECT, position);
            return;
        }
        event.propertyNames().stream()
                .filter(key -> !KNOWN_KEYS.contains(key))
                .forEach(key -> findings.add(Code.UNKNOWN_KEY, position + ": " + key));
        if (!isFilledText(event.path("event"))) {
            findings.add(Code.NO_EVENT_NAME, position);
        }
        checkDistinctId(event.path("distinct_id"), position);
        checkTimestamp(event.path("timestamp"), position);
        checkProperties(event.path("properties"), position);
        checkUuid(event, position);
    }

    private static boolean isFilledText(JsonNode value) {
        return value.isString() && !value.asString().isEmpty();
    }

    private void checkDistinctId(JsonNode value, String position) {
        if (!isFilledText(value)) {
            findings.add(Code.NO_DISTINCT_ID, position);
        } else if (value.asString().codePointCount(0, value.asString().length()) > LONGEST_DISTINCT_ID) {
            findings.add(Code.DISTINCT_ID_TOO_LONG, position);
        }
    }

    private void checkTimestamp(JsonNode value, String position) {
        if (value.isNumber()) {
            findings.add(Code.EPOCH_TIMESTAMP, position + ": " + value);
            return;
        }
        if (!isFilledText(value)) {
            findings.add(Code.NO_TIMESTAMP, position);
            return;
        }
        try {
            var instant = OffsetDateTime.parse(value.asString()).toInstant();
            if (instant.isAfter(receivedAt.plus(FARTHEST_AHEAD))) {
                findings.add(Code.TIMESTAMP_AHEAD, position + ": " + value.asString());
            }
            if (instant.isAfter(receivedAt.minus(YOUNGEST))) {
                findings.add(Code.TOO_YOUNG, position + ": " + value.asString());
            }
        } catch (DateTimeException e) {
            findings.add(Code.BAD_TIMESTAMP, position + ": " + value.asString());
        }
    }

    private void checkProperties(JsonNode value, String position) {
        if (value.isMissingNode()) {
            findings.add(Code.NO_PROPERTIES, position);
        } else if (!value.isObject()) {
            findings.add(Code.BAD_PROPERTIES, position);
        }
    }

    private void checkUuid(JsonNode event, String position) {
        var uuid = event.path("uuid");
        if (!isFilledText(uuid)) {
            findings.add(Code.NO_UUID, position);
        } else if (!UUID_TEXT.matcher(uuid.asString()).matches()) {
            findings.add(Code.BAD_UUID, position + ": " + uuid.asString());
        } else if (!seen.add(identity(event, UUID.fromString(uuid.asString())))) {
            findings.add(Code.REPEATED_UUID, position + ": " + uuid.asString());
        }
    }

    private static Identity identity(JsonNode event, UUID uuid) {
        var timestamp = event.path("timestamp").asString("");
        return new Identity(
                timestamp.substring(0, Math.min(10, timestamp.length())),
                event.path("event").asString(""),
                event.path("distinct_id").asString(""),
                uuid);
    }
}
