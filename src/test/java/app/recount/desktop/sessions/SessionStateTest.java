package app.recount.desktop.sessions;

import static app.recount.desktop.sessions.Found.NOW;
import static app.recount.desktop.sessions.Found.claude;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionStateTest {

    @Test
    void a_call_within_ten_minutes_makes_a_session_live() {
        assertThat(state(claude(1).lastActive(Duration.ofMinutes(10)))).isEqualTo(SessionState.LIVE);
        assertThat(state(claude(1).lastActive(Duration.ofMinutes(10).plusMillis(1))))
                .isEqualTo(SessionState.IDLE);
    }

    @Test
    void a_session_ends_after_thirty_days_or_when_it_was_put_away_or_deleted() {
        assertThat(state(claude(1).lastActive(Duration.ofDays(30)))).isEqualTo(SessionState.IDLE);
        assertThat(state(claude(1).lastActive(Duration.ofDays(30).plusSeconds(1))))
                .isEqualTo(SessionState.ENDED);
        assertThat(state(claude(1).archived())).isEqualTo(SessionState.ENDED);
        assertThat(state(claude(1).gone())).isEqualTo(SessionState.ENDED);
    }

    @Test
    void one_that_cannot_be_read_is_unknown_whatever_else_is_known_of_it() {
        assertThat(state(claude(1).lastActive(Duration.ofSeconds(1)).unreadable("half written")))
                .isEqualTo(SessionState.UNKNOWN);
    }

    @Test
    void a_line_without_a_call_does_not_make_a_session_live() {
        assertThat(state(claude(1).neverCounted().lastActive(Duration.ofSeconds(1))))
                .isEqualTo(SessionState.IDLE);
    }

    private static SessionState state(Found session) {
        return SessionState.of(session.build(), NOW);
    }
}
