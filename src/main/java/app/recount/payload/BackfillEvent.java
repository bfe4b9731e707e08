package app.recount.payload;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One event as PostHog gets it.
 *
 * @param day the UTC day that it speaks of
 * @param properties in the order of the wire; values are {@link java.math.BigDecimal}, {@link Boolean}, {@link String}, and for
 *     {@code $set} a map of the same
 */
public record BackfillEvent(Name name, String distinctId, UUID uuid, LocalDate day, Map<String, Object> properties) {

    /** The two kinds of event. */
    public enum Name {
        HISTORICAL_ACTIVITY("historical_activity"),
        INSTALL_INFERRED("install_inferred");

        private final String text;

        Name(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public BackfillEvent {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /** Noon of the day: the only time that an event of a whole day can have. */
    public String timestamp() {
        return day + "T12:00:00.000Z";
    }
}
