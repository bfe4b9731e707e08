package app.recount.rehearsal;

/**
 * Something that PostHog would not take as it stands.
 *
 * @param count how many events (or requests, or keys) it is about
 * @param example the first of them, a few words; may be empty
 */
public record RequestFinding(Code code, int count, String example) {

    /** What PostHog does about it. */
    public enum Effect {
        /** The whole request is refused. */
        REFUSED,
        /** Accepted, and something is stored that was not sent. */
        CHANGED,
        /** Accepted, and something is not stored. */
        LOST,
        /** Accepted, but a backfill must not look like this. */
        WRONG
    }

    /** Stable codes; where the effect is a refusal, with the status of the answer. */
    public enum Code {
        CUT_SHORT(400, "The request ended before it was complete."),
        NOT_HTTP(400, "The request is not HTTP/1.1."),
        HEADERS_TOO_LONG(431, "The headers are longer than servers read."),
        WRONG_PATH(404, "Events are taken at /batch/ only, with the slash at its end."),
        NOT_POST(405, "Events are taken by POST only."),
        NO_CONTENT_LENGTH(411, "The length of the body is not said beforehand."),
        BODY_TOO_LARGE(413, "The body is larger than 20 MB."),
        NOT_PLAIN(415, "The body is compressed or not JSON by its headers; what was approved are the plain bytes."),
        BODY_NOT_JSON(400, "The body is not one JSON object in UTF-8 without a byte order mark."),
        NO_API_KEY(401, "api_key is missing or empty."),
        PERSONAL_KEY(401, "api_key is a personal key, which never belongs into a request."),
        NO_EVENTS(400, "batch is missing, no list, or empty."),
        EVENT_NOT_OBJECT(400, "An event is not a JSON object."),
        NO_EVENT_NAME(400, "An event has no name."),
        NO_DISTINCT_ID(400, "An event has no distinct_id."),
        BAD_UUID(400, "A uuid is not one."),
        BAD_PROPERTIES(400, "properties are no JSON object."),
        EVENT_TOO_LARGE(413, "An event is larger than 1 MB."),
        NO_UUID(Effect.CHANGED, "Events without a uuid get a random one, so that a retry doubles them."),
        DISTINCT_ID_TOO_LONG(Effect.CHANGED, "A distinct_id is cut at 200 characters."),
        NO_TIMESTAMP(Effect.CHANGED, "Events without a timestamp get the time of receipt."),
        EPOCH_TIMESTAMP(Effect.CHANGED, "A timestamp that is a number becomes the time of receipt."),
        BAD_TIMESTAMP(Effect.CHANGED, "A timestamp that is not ISO 8601 becomes the time of receipt."),
        TIMESTAMP_AHEAD(Effect.CHANGED, "A timestamp more than 23 hours ahead becomes the time of receipt."),
        SENT_AT(Effect.CHANGED, "sent_at shifts every timestamp by the difference of the clocks."),
        REPEATED_UUID(Effect.LOST, "Events with the same day, name, distinct_id and uuid are merged into one."),
        NOT_HISTORICAL(Effect.WRONG, "historical_migration is not true, so the events count as live ones."),
        TOO_YOUNG(Effect.WRONG, "Historical events must be at least 48 hours old."),
        NO_PROPERTIES(Effect.WRONG, "An event has no properties."),
        UNKNOWN_KEY(Effect.WRONG, "The request or an event has a key that does not belong there.");

        private final Effect effect;
        private final int status;
        private final String meaning;

        Code(int status, String meaning) {
            this(Effect.REFUSED, status, meaning);
        }

        Code(Effect effect, String meaning) {
            this(effect, 200, meaning);
        }

        Code(Effect effect, int status, String meaning) {
            this.effect = effect;
            this.status = status;
            this.meaning = meaning;
        }

        public Effect effect() {
            return effect;
        }

        /** What PostHog answers because of it; 200 unless it refuses. */
        public int status() {
            return status;
        }

        /** One sentence. */
        public String meaning() {
            return meaning;
        }
    }
}
