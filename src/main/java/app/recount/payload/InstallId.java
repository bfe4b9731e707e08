package app.recount.payload;

/**
 * The id that links all events to one install; PostHog's {@code distinct_id}.
 *
 * @param value as it stands where it comes from
 */
public record InstallId(String value, Origin origin) {

    /** Where an install id comes from; the text is the one that scripts see. */
    public enum Origin {
        OPTION("option"),
        TELEMETRY_JSON("telemetry.json"),
        /** Made by Recount once and kept; claude-mem has none yet. */
        PROVISIONAL("provisional");

        private final String text;

        Origin(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }
}
