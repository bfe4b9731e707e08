package app.recount.session;

import static app.recount.session.Desk.FIRST;
import static app.recount.session.Desk.SECOND;
import static app.recount.session.Desk.age;
import static app.recount.session.Desk.append;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After which changes a look at a session is worth its while. */
class MovedSessionsTest {

    private static final SessionKey SESSION = new SessionKey("paper", FIRST);

    @TempDir
    Path home;

    private Desk desk;

    @BeforeEach
    void look_until_there_is_nothing_new() {
        desk = new Desk(home);
        append(desk.paper(FIRST), "call a 10 5 2026-05-01T10:00:00Z");
        age(desk.paper(FIRST));
        desk.refresh();
        desk.index.look(SESSION);
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void nobody_has_looked_yet() {
        assertThat(desk.index.hasMoved(new SessionKey("paper", SECOND))).isTrue();
    }

    @Test
    void nothing_has_changed() {
        assertThat(desk.index.hasMoved(SESSION)).isFalse();
    }

    @Test
    void a_line_was_added_until_it_was_read() {
        append(desk.paper(FIRST), "call b 10 5 2026-05-01T10:00:01Z");
        assertThat(desk.index.hasMoved(SESSION)).isTrue();

        desk.index.look(SESSION);
        assertThat(desk.index.hasMoved(SESSION)).isFalse();
        append(desk.paper(FIRST), "call c 10 5 2026-05-01T10:00:02Z");
        assertThat(desk.index.hasMoved(SESSION)).isTrue();
    }

    @Test
    void a_line_was_added_while_the_one_before_was_read() {
        append(desk.paper(FIRST), "call b 10 5 2026-05-01T10:00:01Z");
        desk.paper.meanwhile = () -> append(desk.paper(FIRST), "call c 10 5 2026-05-01T10:00:02Z");

        desk.index.look(SESSION);
        assertThat(desk.index.hasMoved(SESSION)).isTrue();
    }

    @Test
    void a_subagent_began_while_a_line_was_read() {
        append(desk.paper(FIRST), "call b 10 5 2026-05-01T10:00:01Z");
        desk.paper.meanwhile = () -> append(helper("helper-a"), "call c 10 5 2026-05-01T10:00:02Z");

        desk.index.look(SESSION);
        assertThat(desk.index.hasMoved(SESSION)).isTrue();
    }

    @Test
    void another_session_was_put_down_while_a_line_was_read() {
        append(desk.paper(SECOND), "call a 10 5 2026-05-01T10:00:00Z");
        age(desk.paper(SECOND));
        desk.refresh();
        append(desk.paper(FIRST), "call b 10 5 2026-05-01T10:00:01Z");
        desk.paper.meanwhile = () -> {
            desk.paper.meanwhile = () -> {};
            append(desk.paper(SECOND), "call c 10 5 2026-05-01T10:00:02Z");
            desk.index.lookNearby(new SessionKey("paper", SECOND));
        };

        desk.index.lookNearby(SESSION);
        assertThat(desk.index.hasMoved(SESSION)).isTrue();
    }

    @Test
    void its_log_has_gone() throws IOException {
        Files.delete(desk.paper(FIRST));

        assertThat(desk.index.hasMoved(SESSION)).isTrue();
    }

    @Test
    void another_file_of_the_same_size_stands_in_its_place() throws IOException {
        var log = desk.paper(FIRST);
        var other = Files.copy(log, log.resolveSibling("other"));
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(log));
        Files.move(other, log, StandardCopyOption.REPLACE_EXISTING);

        assertThat(desk.index.hasMoved(SESSION)).isTrue();
    }

    @Test
    void a_subagent_has_begun_in_the_sessions_own_folder() {
        append(helper("helper-a"), "call b 10 5 2026-05-01T10:00:01Z");

        assertThat(desk.index.hasMoved(SESSION)).isTrue();
    }

    @Test
    void a_second_subagent_has_begun_or_the_first_has_gone_on() throws IOException {
        append(helper("helper-a"), "call b 10 5 2026-05-01T10:00:01Z");
        age(helper("helper-a"));
        age(desk.paper(FIRST));
        desk.index.refresh(Progress.NONE);
        desk.index.look(SESSION);
        assertThat(desk.index.hasMoved(SESSION)).isFalse();

        append(helper("helper-a"), "call c 10 5 2026-05-01T10:00:02Z");
        assertThat(desk.index.hasMoved(SESSION)).isTrue();

        desk.index.look(SESSION);
        desk.index.look(SESSION);
        assertThat(desk.index.hasMoved(SESSION)).isFalse();
        append(helper("helper-b"), "call d 10 5 2026-05-01T10:00:03Z");
        assertThat(desk.index.hasMoved(SESSION)).isTrue();
    }

    @Test
    void something_has_appeared_deep_in_the_sessions_own_folder() throws IOException {
        var deep = Files.createDirectories(helper("x").resolveSibling("deep"));
        age(deep.resolve("helper-a.log"));
        age(deep);
        age(desk.paper(FIRST));
        desk.index.look(SESSION);
        assertThat(desk.index.hasMoved(SESSION)).isFalse();

        append(deep.resolve("helper-a.log"), "session " + FIRST, "call b 10 5 2026-05-01T10:00:01Z");
        assertThat(desk.index.hasMoved(SESSION)).isTrue();
    }

    @Test
    void a_walk_has_found_another_log_of_it_in_a_place_of_its_own() {
        var session = new SessionKey("claude", FIRST);
        append(desk.claude(FIRST), Desk.answer(FIRST, "a", "2026-05-01T10:00:00Z", 5));
        age(desk.claude(FIRST));
        desk.refresh();
        desk.index.look(session);
        assertThat(desk.index.hasMoved(session)).isFalse();

        var other = desk.home.resolve(".claude/projects/-home-dev-y/" + FIRST + ".jsonl");
        append(other, Desk.answer(FIRST, "b", "2026-05-01T10:00:01Z", 5));
        age(other);
        desk.refresh();
        assertThat(desk.index.hasMoved(session)).isTrue();

        desk.index.look(session);
        assertThat(desk.index.hasMoved(session)).isFalse();
        append(other, Desk.answer(FIRST, "c", "2026-05-01T10:00:02Z", 5));
        assertThat(desk.index.hasMoved(session)).isTrue();
    }

    @Test
    void a_file_that_came_within_a_tick_of_the_clock_before_the_look_may_not_have_been_the_last() {
        var came = Instant.parse("2026-05-01T10:00:00Z");
        var trace = new LogTrace(Map.of(), Map.of(home, FileTime.from(came)));

        assertThat(trace.canTell(came.plusMillis(10))).isFalse();
        assertThat(trace.canTell(came.minusMillis(10)))
                .as("another machine's clock")
                .isFalse();
        assertThat(trace.canTell(came.plusSeconds(1))).isTrue();
    }

    private Path helper(String name) {
        return Objects.requireNonNull(desk.paper(FIRST).getParent())
                .resolve(FIRST)
                .resolve(name + ".log");
    }
}
