package app.recount.desktop.sessions;

import static app.recount.desktop.sessions.Found.claude;
import static app.recount.desktop.sessions.Found.codex;
import static app.recount.desktop.sessions.Found.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionColumnTest {

    @Test
    void the_kinds_are_the_sessions_own_and_only_the_total_has_the_subagents_too() {
        var session = claude(1)
                .call(tokens(1, 20, 300, 4_000))
                .subagentCall(tokens(5, 0, 0, 5))
                .build();

        assertThat(SessionColumn.INPUT.figure(session)).contains(1L);
        assertThat(SessionColumn.CACHE_READ.figure(session)).contains(20L);
        assertThat(SessionColumn.CACHE_WRITE.figure(session)).contains(300L);
        assertThat(SessionColumn.OUTPUT.figure(session)).contains(4_000L);
        assertThat(SessionColumn.SUBAGENTS.figure(session)).contains(10L);
        assertThat(SessionColumn.TOTAL.figure(session)).contains(4_331L);
    }

    @Test
    void zero_is_zero_but_what_a_tool_does_not_tell_is_absent() {
        var session = codex(1).call(tokens(0, 0, 0, 0)).build();

        assertThat(SessionColumn.INPUT.figure(session)).contains(0L);
        assertThat(SessionColumn.TOTAL.figure(session)).contains(0L);
        assertThat(SessionColumn.CACHE_WRITE.figure(session)).isEmpty();
        assertThat(SessionColumn.SUBAGENTS.figure(session)).isEmpty();
    }

    @Test
    void a_session_that_was_never_counted_has_no_figure_at_all() {
        var session = claude(1).neverCounted().build();

        assertThat(SessionColumn.values())
                .filteredOn(SessionColumn::isFigure)
                .allMatch(column -> column.figure(session).isEmpty());
    }

    @Test
    void a_column_is_found_again_by_what_the_window_remembers_it_by() {
        assertThat(SessionColumn.values()).allMatch(column -> SessionColumn.of(column.id()) == column);
    }
}
