package app.recount.desktop.cost;

import app.recount.generation.GenerationDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One UTC day of the page.
 *
 * @param knowledge whether anything is known of what generation cost on it
 * @param active whether the memory database has counters of it
 * @param counted whether it is one of the days whose counters are known: savings of the newest ones are not yet
 * @param generation what is known of its cost
 * @param saved tokens saved; empty where the day has no such counter
 */
record CostDay(
        LocalDate day,
        Knowledge knowledge,
        boolean active,
        boolean counted,
        Optional<GenerationDay> generation,
        Optional<BigDecimal> saved) {

    /** What an absent figure means. */
    enum Knowledge {
        KNOWN,
        /** Nobody worked, so there was nothing to compress. */
        IDLE,
        /** Before anything was recorded, or a day of work of which nobody told; anything but zero. */
        UNKNOWN
    }

    boolean isKnown() {
        return knowledge == Knowledge.KNOWN;
    }

    boolean isUnknown() {
        return knowledge == Knowledge.UNKNOWN;
    }

    /** Whether cost and savings of the day can be held against each other. */
    boolean isComparable() {
        return isKnown() && counted;
    }
}
