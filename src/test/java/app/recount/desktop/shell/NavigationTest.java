package app.recount.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.session.SessionKey;
import org.junit.jupiter.api.Test;

class NavigationTest {

    @Test
    void another_page_can_ask_for_a_run_in_a_session() {
        var navigation = new Navigation();
        var session = new SessionKey("claude", "8c41f0d2-5a01-4c5e-9a55-0f6f3ad0b7e3");

        navigation.startRun(session);

        assertThat(navigation.place().get().page()).isEqualTo(Navigation.ANALYSES);
        assertThat(navigation.place().get().part().flatMap(Navigation::sessionToStart))
                .contains(session);
    }

    @Test
    void other_parts_ask_for_no_run() {
        assertThat(Navigation.sessionToStart("ANALYSIS-2026-001")).isEmpty();
        assertThat(Navigation.sessionToStart("start:claude")).isEmpty();
    }
}
