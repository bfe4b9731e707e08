package app.recount.rehearsal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Request bodies, proper and otherwise. */
final class Backfills {

    static final Instant NOW = Instant.parse("2026-06-17T14:30:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    static final String FIRST = event("2026-05-11T12:00:00.000Z", "1d86ac7a-ae0c-5bf0-9358-ff5a5f7787eb");
    static final String SECOND = event("2026-05-12T12:00:00.000Z", "7f3e7d56-b6e9-5d5d-b028-6e80715fc706");

    private Backfills() {}

    static String proper() {
        return of(FIRST, SECOND);
    }

    static String of(String... events) {
        return "{\"api_key\":\"phc_test\",\"historical_migration\":true,\"batch\":[" + String.join(",", events) + "]}";
    }

    static String event(String timestamp, String uuid) {
        return """
                {"event":"historical_activity","distinct_id":"3f2b1c9e-7a64-4d0b-9b58-0c2f5e8a1d77","uuid":"%s",\
                "timestamp":"%s","properties":{"observation_count":3}}""".formatted(uuid, timestamp);
    }
}
