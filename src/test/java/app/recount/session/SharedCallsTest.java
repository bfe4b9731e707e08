package app.recount.session;

import static app.recount.session.Desk.FIRST;
import static app.recount.session.Desk.SECOND;
import static app.recount.session.Desk.THIRD;
import static app.recount.session.Desk.answer;
import static app.recount.session.Desk.append;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that were resumed or forked copy history into a new log. */
class SharedCallsTest {

    @TempDir
    Path home;

    private Desk desk;

    @BeforeEach
    void sit_down() {
        desk = new Desk(home);
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void of_two_seen_together_the_one_without_a_line_of_its_own_is_the_original() {
        says(FIRST, 1, 6);
        says(SECOND, 1, 4);
        desk.refresh();

        assertThat(desk.calls("claude", SECOND)).isEqualTo(4);
        assertThat(desk.calls("claude", FIRST)).isEqualTo(2);
    }

    @Test
    void of_a_chain_of_forks_each_owns_what_it_added() {
        says(FIRST, 1, 8);
        says(SECOND, 1, 6);
        says(THIRD, 1, 4);
        desk.refresh();

        assertThat(desk.calls("claude", THIRD)).isEqualTo(4);
        assertThat(desk.calls("claude", SECOND)).isEqualTo(2);
        assertThat(desk.calls("claude", FIRST)).isEqualTo(2);
    }

    @Test
    void of_two_that_both_went_on_the_one_that_was_left_alone_first_keeps_the_history() throws IOException {
        says(FIRST, 1, 4);
        says(FIRST, 7, 8);
        says(SECOND, 1, 6);
        Files.setLastModifiedTime(desk.claude(FIRST), FileTime.from(Instant.parse("2026-06-01T00:00:00Z")));
        desk.refresh();

        assertThat(desk.calls("claude", FIRST)).isEqualTo(6);
        assertThat(desk.calls("claude", SECOND)).isEqualTo(2);
    }

    @Test
    void a_fork_that_is_seen_later_owns_only_what_it_adds() {
        says(FIRST, 1, 4);
        desk.refresh();
        says(SECOND, 1, 6);
        desk.refresh();

        assertThat(desk.calls("claude", FIRST)).isEqualTo(4);
        assertThat(desk.calls("claude", SECOND)).isEqualTo(2);
        assertThat(desk.session("claude", SECOND).log().repeats()).isEqualTo(4);
    }

    @Test
    void a_fork_that_is_seen_first_keeps_what_it_was_given_so_that_no_count_ever_falls() {
        says(SECOND, 1, 6);
        desk.refresh();
        says(FIRST, 1, 4);
        desk.refresh();

        assertThat(desk.calls("claude", SECOND)).isEqualTo(6);
        assertThat(desk.calls("claude", FIRST)).isZero();
        assertThat(desk.session("claude", FIRST).usage()).isEqualTo(Usage.NONE);
    }

    @Test
    void a_parent_that_goes_on_after_its_fork_keeps_its_history() {
        says(FIRST, 1, 4);
        desk.refresh();
        says(SECOND, 1, 4);
        says(FIRST, 5, 6);
        desk.refresh();
        says(SECOND, 7, 7);
        desk.refresh();

        assertThat(desk.calls("claude", FIRST)).isEqualTo(6);
        assertThat(desk.calls("claude", SECOND)).isEqualTo(1);
    }

    @Test
    void what_a_known_session_said_right_before_it_was_forked_is_its_own() {
        says(FIRST, 1, 4);
        desk.refresh();
        says(FIRST, 5, 5);
        says(SECOND, 1, 5);
        says(FIRST, 6, 6); // now the fork has no line of its own, and the parent has one
        desk.refresh();

        assertThat(desk.calls("claude", FIRST)).isEqualTo(6);
        assertThat(desk.calls("claude", SECOND)).isZero();
    }

    @Test
    void asking_for_a_new_fork_first_compares_it_with_all_others() {
        says(FIRST, 1, 4);
        says(SECOND, 1, 6);

        assertThat(desk.index
                        .look(new SessionKey("claude", SECOND))
                        .orElseThrow()
                        .tokensSoFar())
                .contains(2 * 15L);
    }

    @Test
    void another_process_sees_the_same_owners() {
        says(FIRST, 1, 6);
        says(SECOND, 1, 4);
        desk.refresh();

        try (var other = new Desk(home)) {
            says(FIRST, 7, 7);
            other.refresh();
            assertThat(other.calls("claude", FIRST)).isEqualTo(3);
            assertThat(other.calls("claude", SECOND)).isEqualTo(4);
        }
    }

    @Test
    void the_owner_keeps_a_call_when_its_log_is_deleted() throws IOException {
        says(FIRST, 1, 4);
        says(SECOND, 1, 6);
        desk.refresh();
        Files.delete(desk.claude(FIRST));
        says(SECOND, 7, 7);
        desk.refresh();

        assertThat(desk.calls("claude", FIRST)).isEqualTo(4);
        assertThat(desk.calls("claude", SECOND)).isEqualTo(3);
    }

    @Test
    void the_copied_calls_are_in_no_window_of_the_fork() {
        says(FIRST, 1, 4);
        says(SECOND, 1, 6);
        desk.refresh();

        var all = desk.index.window(
                new SessionKey("claude", SECOND),
                Instant.parse("2026-06-01T00:00:00Z"),
                Instant.parse("2026-06-02T00:00:00Z"));
        assertThat(all.all().calls()).isEqualTo(2);
    }

    @Test
    void a_codex_fork_leaves_out_its_parents_history_whichever_is_seen_first() {
        codex(SECOND, FIRST, 6);
        desk.refresh();
        assertThat(desk.calls("codex", SECOND)).as("without its parent").isEqualTo(6);

        codex(FIRST, null, 4);
        desk.refresh();
        assertThat(desk.calls("codex", FIRST)).isEqualTo(4);
        assertThat(desk.calls("codex", SECOND)).isEqualTo(2);
        assertThat(desk.session("codex", SECOND).parent()).isEqualTo(FIRST);
    }

    @Test
    void looking_at_a_parent_alone_leaves_its_fork_right_at_the_next_look() {
        codex(SECOND, FIRST, 6);
        codex(FIRST, null, 2);
        desk.refresh();
        append(codexLog(FIRST), event(3), event(4));
        desk.index.look(new SessionKey("codex", FIRST));

        assertThat(desk.index
                        .look(new SessionKey("codex", SECOND))
                        .orElseThrow()
                        .usage())
                .isEqualTo(desk.index.known().stream()
                        .filter(each -> each.key().id().equals(SECOND))
                        .findFirst()
                        .orElseThrow()
                        .usage());
        assertThat(desk.calls("codex", SECOND)).isEqualTo(2);
    }

    /** Answers with these numbers, 15 tokens each, one a minute. */
    private void says(String session, int from, int to) {
        append(
                desk.claude(session),
                IntStream.rangeClosed(from, to)
                        .mapToObj(n -> answer(session, "m" + n, "2026-06-01T10:%02d:00Z".formatted(n), 5))
                        .toArray(String[]::new));
    }

    private Path codexLog(String session) {
        return home.resolve(".codex/sessions/2026/06/01/rollout-2026-06-01T10-00-00-" + session + ".jsonl");
    }

    private void codex(String session, @Nullable String parent, int calls) {
        append(codexLog(session), """
                {"timestamp":"2026-06-01T10:00:00Z","type":"session_meta","payload":{"id":"%s"%s,"cwd":"/home/dev/x"}}""".formatted(
                        session, parent == null ? "" : ",\"forked_from_id\":\"" + parent + "\""));
        append(
                codexLog(session),
                IntStream.rangeClosed(1, calls).mapToObj(SharedCallsTest::event).toArray(String[]::new));
    }

    private static String event(int n) {
        return """
                {"timestamp":"2026-06-01T10:%02d:00Z","type":"event_msg","payload":{"type":"token_count","info":{\
                "total_token_usage":{"input_tokens":%d,"cached_input_tokens":0,"output_tokens":%d,"reasoning_output_tokens":0,\
                "total_tokens":%d},"last_token_usage":{"input_tokens":10,"cached_input_tokens":0,"output_tokens":5,\
                "reasoning_output_tokens":0,"total_tokens":15}}}}""".formatted(n, 10 * n, 5 * n, 15 * n);
    }
}
