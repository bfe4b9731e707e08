package app.recount.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedPayloadTest {

    private static final ApiKey KEY = new ApiKey(Optional.of("phc_test"), ApiKey.Origin.ENVIRONMENT, Optional.empty());

    @Test
    void the_body_is_one_envelope_around_the_events_in_a_fixed_order_of_keys() {
        var sealed = seal(day(1, Map.of("observation_count", new BigDecimal("2.0"))));

        assertThat(new String(sealed.body(), UTF_8))
                .isEqualTo("{\"api_key\":\"phc_test\",\"historical_migration\":true,\"batch\":[{"
                        + "\"event\":\"historical_activity\",\"distinct_id\":\"me\","
                        + "\"uuid\":\"00000000-0000-0000-0000-000000000001\","
                        + "\"timestamp\":\"2026-05-01T12:00:00.000Z\","
                        + "\"properties\":{\"observation_count\":2}}]}");
    }

    @Test
    void numbers_have_one_form() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("a", new BigDecimal("1E+3"));
        properties.put("b", new BigDecimal("0.50"));
        properties.put("c", new BigDecimal("0.000"));
        properties.put("d", new BigDecimal("1E-7"));

        assertThat(new String(seal(day(1, properties)).event(0), UTF_8))
                .contains("{\"a\":1000,\"b\":0.5,\"c\":0,\"d\":0.0000001}");
    }

    @Test
    void offsets_and_events_are_those_of_the_body() {
        var sealed = seal(day(1, Map.of()), day(2, Map.of("text", "ünï \"quoted\" 😀")), day(3, Map.of()));

        for (int i = 0; i < sealed.eventCount(); i++) {
            var event = sealed.event(i);
            assertThat(new String(sealed.body(), sealed.offset(i), event.length, UTF_8))
                    .isEqualTo(new String(event, UTF_8));
        }
    }

    @Test
    void a_slice_is_the_same_envelope_around_the_same_event_bytes() {
        var whole = seal(day(1, Map.of()), day(2, Map.of()), day(3, Map.of()));

        assertThat(whole.slice(1, 3)).isEqualTo(seal(day(2, Map.of()), day(3, Map.of())));
        assertThat(whole.slice(0, 3)).isEqualTo(whole);
    }

    @Test
    void stored_bytes_come_apart_and_together_again_unchanged() {
        var sealed = seal(day(1, Map.of("text", "},{\"batch\":[")), day(2, Map.of()));

        var read = SealedPayload.parse(sealed.body()).orElseThrow();

        assertThat(read).isEqualTo(sealed);
        assertThat(read.eventCount()).isEqualTo(2);
        assertThat(read.slice(1, 2)).isEqualTo(sealed.slice(1, 2));
    }

    @Test
    void a_payload_without_events_is_sealed_and_read_too() {
        var empty = seal();

        assertThat(new String(empty.body(), UTF_8)).endsWith("\"batch\":[]}");
        assertThat(SealedPayload.parse(empty.body())).contains(empty);
    }

    @Test
    void bytes_that_are_no_sealed_body_are_refused() {
        assertThat(SealedPayload.parse("{\"batch\":[{}".getBytes(UTF_8))).isEmpty();
        assertThat(SealedPayload.parse("[]".getBytes(UTF_8))).isEmpty();
        assertThat(SealedPayload.parse(new byte[0])).isEmpty();
        assertThat(SealedPayload.parse("{\"batch\":[{} , {}]}".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void the_digest_is_the_sha_256_of_the_body() {
        var sealed = seal(day(1, Map.of()));

        assertThat(sealed.digest()).isEqualTo(Digest.of(sealed.body()));
        assertThat(Digest.parse(sealed.digest().toString())).contains(sealed.digest());
        assertThat(Digest.parse("sha256:ABC")).isEmpty();
    }

    @Test
    void what_is_handed_out_cannot_change_what_was_sealed() {
        var sealed = seal(day(1, Map.of()));
        var before = sealed.digest();

        sealed.body()[0] = 'X';
        sealed.event(0)[0] = 'X';

        assertThat(Digest.of(sealed.body())).isEqualTo(before);
    }

    private static SealedPayload seal(BackfillEvent... events) {
        var payload = new Payload(
                new InstallId("me", InstallId.Origin.OPTION),
                2,
                Optional.empty(),
                LocalDate.of(2026, 5, 31),
                new ArrayList<>(List.of(events)));
        return SealedPayload.seal(payload, KEY);
    }

    private static BackfillEvent day(int day, Map<String, Object> properties) {
        return new BackfillEvent(
                BackfillEvent.Name.HISTORICAL_ACTIVITY,
                "me",
                new UUID(0, day),
                LocalDate.of(2026, 5, day),
                new LinkedHashMap<>(properties));
    }
}
