package app.recount.payload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventIdTest {

    private static final String INSTALL_ID = "3f2b1c9e-7a64-4d0b-9b58-0c2f5e8a1d77";

    @Test
    void a_day_has_the_uuid_that_claude_mem_gives_it() {
        assertThat(EventId.of(INSTALL_ID, "historical_activity", "2026-05-11"))
                .hasToString("1d86ac7a-ae0c-5bf0-9358-ff5a5f7787eb");
    }

    @Test
    void another_install_or_day_has_another_uuid() {
        var known = EventId.of(INSTALL_ID, "historical_activity", "2026-05-11");

        assertThat(EventId.of(INSTALL_ID, "historical_activity", "2026-05-12")).isNotEqualTo(known);
        assertThat(EventId.of("another", "historical_activity", "2026-05-11")).isNotEqualTo(known);
        assertThat(EventId.of(INSTALL_ID, "install_inferred", "install").version())
                .isEqualTo(5);
    }
}
