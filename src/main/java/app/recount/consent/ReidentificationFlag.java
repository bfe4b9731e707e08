package app.recount.consent;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Something in one payload, or added to it by the server, by which its install may be recognised. A plain fact, no score.
 *
 * @param events how many events of the payload have it
 * @param values what stands in the bytes, by key, in the order of the wire; none where it is about days or about the server
 * @param days those that stand out, the one with the most counters first
 */
public record ReidentificationFlag(Code code, int events, SequencedMap<String, String> values, List<StandingOut> days) {

    /** What can be recognised; the names are a promise to scripts. */
    public enum Code {
        /** One id in all events. */
        INSTALL_ID(false),
        INSTALL_DATE(false),
        /** Operating system, kernel release, architecture and whatever else is told of the machine. */
        SYSTEM(false),
        LOCALE(true),
        /** A counter that one day alone carries. */
        LONE_DAYS(false),
        /** A counter of which one day has more than every other. */
        HIGHEST_DAYS(false),
        /** Not in the bytes: derived by the server. */
        LOCATION(true),
        /** What {@code $set} writes. */
        PERSON_PROFILE(false);

        private final boolean avoidable;

        Code(boolean avoidable) {
            this.avoidable = avoidable;
        }

        /** Whether the user can send the payload without it. */
        public boolean isAvoidable() {
            return avoidable;
        }
    }

    /**
     * A day that is unlike all others.
     *
     * @param counters by which it is, with their values
     */
    public record StandingOut(LocalDate day, SequencedMap<String, BigDecimal> counters) {
        public StandingOut {
            counters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(counters));
        }
    }

    public ReidentificationFlag {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        days = List.copyOf(days);
    }
}
