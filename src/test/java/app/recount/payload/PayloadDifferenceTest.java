package app.recount.payload;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.payload.BackfillEvent.Name;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PayloadDifferenceTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-06-08");
    private static final LocalDate TUESDAY = LocalDate.parse("2026-06-09");

    @Test
    void the_same_events_have_no_difference() {
        var body = sealedBody(day(MONDAY, "session_count", 3), install("version"));

        var difference = PayloadDifference.between(body, body);

        assertThat(difference.sameInstall()).isTrue();
        assertThat(difference.sameKeys()).isTrue();
        assertThat(difference.daysAdded()).isEmpty();
        assertThat(difference.daysGone()).isEmpty();
        assertThat(difference.daysChanged()).isEmpty();
    }

    @Test
    void days_are_told_apart_as_added_gone_and_changed() {
        var before = sealedBody(day(MONDAY.minusDays(1), "session_count", 1), day(MONDAY, "session_count", 3));
        var now = sealedBody(day(MONDAY, "session_count", 4), day(TUESDAY, "session_count", 1));

        var difference = PayloadDifference.between(before, now);

        assertThat(difference.daysAdded()).containsExactly(TUESDAY);
        assertThat(difference.daysGone()).containsExactly(MONDAY.minusDays(1));
        assertThat(difference.daysChanged()).containsExactly(MONDAY);
        assertThat(difference.sameKeys()).isTrue();
    }

    @Test
    void keys_are_compared_over_all_events() {
        var before = sealedBody(day(MONDAY, "session_count", 3), install("os"));
        var now = sealedBody(day(MONDAY, "session_count", 3), install("version"));

        var difference = PayloadDifference.between(before, now);

        assertThat(difference.keysAdded()).containsExactly("version");
        assertThat(difference.keysGone()).containsExactly("os");
        assertThat(difference.daysChanged()).isEmpty();
    }

    @Test
    void another_install_id_is_said_and_makes_no_day_changed() {
        var before =
                sealedBody(event("one", Name.HISTORICAL_ACTIVITY, MONDAY, Map.of("session_count", BigDecimal.ONE)));
        var now = sealedBody(event("two", Name.HISTORICAL_ACTIVITY, MONDAY, Map.of("session_count", BigDecimal.ONE)));

        var difference = PayloadDifference.between(before, now);

        assertThat(difference.sameInstall()).isFalse();
        assertThat(difference.daysChanged()).isEmpty();
    }

    private static BackfillEvent day(LocalDate day, String key, int value) {
        return event("id", Name.HISTORICAL_ACTIVITY, day, Map.of(key, BigDecimal.valueOf(value)));
    }

    private static BackfillEvent install(String key) {
        return event("id", Name.INSTALL_INFERRED, MONDAY, Map.of(key, "text"));
    }

    private static BackfillEvent event(String installId, Name name, LocalDate day, Map<String, Object> properties) {
        return new BackfillEvent(name, installId, new UUID(1, 2), day, properties);
    }

    private static SealedPayload sealedBody(BackfillEvent... events) {
        return new PayloadWriter().seal(Stream.of(events).toList(), "phc_test");
    }
}
