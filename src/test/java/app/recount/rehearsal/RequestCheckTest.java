package app.recount.rehearsal;

import static app.recount.rehearsal.Backfills.FIRST;
import static app.recount.rehearsal.Backfills.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.rehearsal.RequestFinding.Code;
import app.recount.rehearsal.RequestFinding.Effect;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequestCheckTest {

    private static final String UUID = "1d86ac7a-ae0c-5bf0-9358-ff5a5f7787eb";

    @Test
    void a_proper_request_has_no_findings() {
        assertThat(check(Backfills.proper()).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"historical_migration":true,"batch":[%s]}                                              | NO_API_KEY
            {"api_key":"","historical_migration":true,"batch":[%s]}                                 | NO_API_KEY
            {"api_key":7,"historical_migration":true,"batch":[%s]}                                  | NO_API_KEY
            {"api_key":"phx_secret","historical_migration":true,"batch":[%s]}                       | PERSONAL_KEY
            {"api_key":"k","batch":[%s]}                                                            | NOT_HISTORICAL
            {"api_key":"k","historical_migration":"true","batch":[%s]}                              | NOT_HISTORICAL
            {"api_key":"k","historical_migration":true,"sent_at":"2026-06-17T14:30:00Z","batch":[%s]} | SENT_AT
            {"api_key":"k","historical_migration":true,"library":"x","batch":[%s]}                  | UNKNOWN_KEY
            {"api_key":"k","historical_migration":true,"batch":[]}                                  | NO_EVENTS
            {"api_key":"k","historical_migration":true,"batch":{}}                                  | NO_EVENTS
            {"api_key":"k","historical_migration":true}                                             | NO_EVENTS
            [%s]                                                                                    | BODY_NOT_JSON
            {"api_key":"k","historical_migration":true,"batch":[%s]}{}                              | BODY_NOT_JSON
            """)
    void an_envelope_that_is_not_right_is_found_out(String envelope, Code expected) {
        assertThat(codes(envelope.formatted(FIRST))).containsExactly(expected);
    }

    @Test
    void an_event_without_what_the_server_needs_is_found_out() {
        assertThat(codes(changed("\"event\":\"historical_activity\",", ""))).containsExactly(Code.NO_EVENT_NAME);
        assertThat(codes(changed("historical_activity", ""))).containsExactly(Code.NO_EVENT_NAME);
        assertThat(codes(changed("\"distinct_id\":", "\"id\":")))
                .containsExactly(Code.NO_DISTINCT_ID, Code.UNKNOWN_KEY);
        assertThat(codes(changed("\"uuid\":\"%s\",".formatted(UUID), ""))).containsExactly(Code.NO_UUID);
        assertThat(codes(changed(UUID, "1-2-3-4-5"))).containsExactly(Code.BAD_UUID);
        assertThat(codes(changed(",\"properties\":{\"observation_count\":3}", "")))
                .containsExactly(Code.NO_PROPERTIES);
        assertThat(codes(changed("{\"observation_count\":3}", "[3]"))).containsExactly(Code.BAD_PROPERTIES);
        assertThat(codes(Backfills.of("7"))).containsExactly(Code.EVENT_NOT_OBJECT);
    }

    @Test
    void timestamps_that_would_be_stored_differently_are_found_out() {
        assertThat(codesAt("\"2026-05-11T12:00:00+02:00\"")).isEmpty();
        assertThat(codesAt("1778500800000")).containsExactly(Code.EPOCH_TIMESTAMP);
        assertThat(codesAt("\"1778500800000\"")).containsExactly(Code.BAD_TIMESTAMP);
        assertThat(codesAt("\"2026-05-11\"")).containsExactly(Code.BAD_TIMESTAMP);
        assertThat(codesAt("\"2026-05-11T12:00:00\"")).containsExactly(Code.BAD_TIMESTAMP);
        assertThat(codesAt("\"\"")).containsExactly(Code.NO_TIMESTAMP);
        assertThat(codesAt("null")).containsExactly(Code.NO_TIMESTAMP);
    }

    @Test
    void events_must_be_48_hours_old_to_the_millisecond() {
        assertThat(codesAt("\"2026-06-15T14:30:00.000Z\"")).isEmpty();
        assertThat(codesAt("\"2026-06-15T14:30:00.001Z\"")).containsExactly(Code.TOO_YOUNG);
    }

    @Test
    void more_than_23_hours_ahead_is_clamped() {
        assertThat(codesAt("\"2026-06-18T13:30:00.000Z\"")).containsExactly(Code.TOO_YOUNG);
        assertThat(codesAt("\"2026-06-18T13:30:00.001Z\"")).containsExactly(Code.TIMESTAMP_AHEAD, Code.TOO_YOUNG);
    }

    @Test
    void a_distinct_id_may_have_200_characters() {
        var id = "3f2b1c9e-7a64-4d0b-9b58-0c2f5e8a1d77";

        assertThat(codes(changed(id, "🤖".repeat(200)))).isEmpty();
        assertThat(codes(changed(id, "x".repeat(201)))).containsExactly(Code.DISTINCT_ID_TOO_LONG);
    }

    @Test
    void what_the_server_would_merge_is_found_out_and_nothing_else() {
        var nextDay = FIRST.replace("2026-05-11", "2026-05-12");

        assertThat(check(Backfills.of(FIRST, SECOND, FIRST, FIRST)).findings())
                .containsExactly(new RequestFinding(Code.REPEATED_UUID, 2, "event 3: " + UUID));
        assertThat(codes(Backfills.of(FIRST, nextDay))).isEmpty();
    }

    @Test
    void an_event_may_have_a_million_bytes_of_its_own() {
        int rest = FIRST.length() - "3".length();

        assertThat(codes(changed(":3}", ":%s}".formatted("3".repeat(999))))).isEmpty();
        assertThat(codes(changed(":3}", ":\"%s\"}".formatted("é".repeat(499_800)))))
                .isEmpty();
        assertThat(codes(changed(":3}", ":\"%s\"}".formatted("x".repeat(1_000_000 - rest - 2)))))
                .isEmpty();
        assertThat(codes(changed(":3}", ":\"%s\"}".formatted("x".repeat(1_000_000 - rest - 1)))))
                .containsExactly(Code.EVENT_TOO_LARGE);
    }

    @Test
    void a_byte_order_mark_other_encodings_and_broken_JSON_are_refused() {
        var body = Backfills.proper();

        assertThat(codes(bytes("\uFEFF" + body))).containsExactly(Code.BODY_NOT_JSON);
        assertThat(codes(body.getBytes(StandardCharsets.UTF_16LE))).containsExactly(Code.BODY_NOT_JSON);
        assertThat(codes(body.replace("phc_test", "phc_é").getBytes(StandardCharsets.ISO_8859_1)))
                .containsExactly(Code.BODY_NOT_JSON);
        assertThat(codes(bytes(body.substring(0, body.length() - 1)))).containsExactly(Code.BODY_NOT_JSON);
        assertThat(codes(new byte[0])).containsExactly(Code.BODY_NOT_JSON);
    }

    @Test
    void a_thousand_bad_events_are_one_finding() {
        var events = new String[1000];
        Arrays.fill(events, "{}");

        assertThat(check(Backfills.of(events)).findings()).allSatisfy(finding -> {
            assertThat(finding.count()).isEqualTo(1000);
            assertThat(finding.example()).isEqualTo("event 1");
        });
    }

    @Test
    void the_first_refusal_decides_the_answer_and_what_is_only_changed_does_not() {
        assertThat(check(changed("\"uuid\":\"%s\",".formatted(UUID), ""))
                        .answer()
                        .status())
                .isEqualTo(200);
        assertThat(check("{\"batch\":[7]}").answer().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void only_what_is_refused_has_a_status_that_says_so(Code code) {
        assertThat(code.effect() == Effect.REFUSED).isEqualTo(code.status() >= 400);
        assertThat(code.meaning()).endsWith(".");
    }

    @Property(tries = 300)
    void no_body_breaks_the_check(@ForAll byte[] body, @ForAll String inside) {
        assertThat(check(body).findings()).isNotEmpty();
        assertThat(check(bytes("{\"api_key\":\"k\",\"batch\":[" + inside + "]}"))
                        .findings())
                .isNotEmpty();
    }

    private static String changed(String what, String by) {
        assertThat(FIRST).contains(what);
        return Backfills.of(FIRST.replace(what, by));
    }

    private static List<Code> codesAt(String timestamp) {
        return codes(changed("\"2026-05-11T12:00:00.000Z\"", timestamp));
    }

    private static List<Code> codes(String body) {
        return codes(bytes(body));
    }

    private static List<Code> codes(byte[] body) {
        return check(body).findings().stream().map(RequestFinding::code).toList();
    }

    private static RequestCheck.Result check(String body) {
        return check(bytes(body));
    }

    private static RequestCheck.Result check(byte[] body) {
        var json = List.of(new Header("content-type", "application/json"));
        return new RequestCheck(Backfills.NOW)
                .check(new Request("POST", "/batch/", json, new ReceivedBody(body), Optional.empty()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
