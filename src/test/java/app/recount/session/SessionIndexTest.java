package app.recount.session;

import static app.recount.session.Desk.FIRST;
import static app.recount.session.Desk.SECOND;
import static app.recount.session.Desk.answer;
import static app.recount.session.Desk.append;
import static app.recount.session.Desk.appendRaw;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionIndexTest {

    private static final SessionKey KEY = new SessionKey("paper", FIRST);

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
    void without_any_folder_there_are_no_sessions() {
        assertThat(desk.refresh()).isEmpty();
        assertThat(desk.index.known()).isEmpty();
        assertThat(desk.index.look(KEY)).isEmpty();
        assertThat(desk.index.calls(KEY)).isEmpty();
    }

    @Test
    void a_tool_that_nobody_knew_needs_nothing_but_its_own_class() {
        append(desk.paper(FIRST), "folder /home/dev/x", "call a 10 5 2026-06-01T10:00:00Z pencil", "call b 1 2 -");

        var session = desk.refresh().getFirst();

        assertThat(session.key()).isEqualTo(KEY);
        assertThat(session.toolLabel()).isEqualTo("Paper");
        assertThat(session.path()).isEqualTo(desk.paper(FIRST).toString());
        assertThat(session.folder()).isEqualTo("/home/dev/x");
        assertThat(session.model()).isEqualTo("pencil");
        assertThat(session.lastActivity()).isEqualTo("2026-06-01T10:00:00Z");
        assertThat(session.lastCall()).isEqualTo("2026-06-01T10:00:00Z");
        assertThat(session.tokensSoFar()).contains(18L);
        assertThat(used(session).byModel()).containsOnlyKeys("", "pencil");
        assertThat(session.log().readTo()).isEqualTo(session.log().bytes());
        assertThat(desk.index.calls(KEY))
                .extracting(Call::at)
                .containsExactly(null, Instant.parse("2026-06-01T10:00:00Z"));
    }

    @Test
    void a_log_without_any_call_counts_zero_and_one_that_never_could_be_read_nothing() {
        append(desk.paper(FIRST), "folder /home/dev/x");
        append(desk.paper(SECOND), "spoilt");
        desk.refresh();

        assertThat(desk.session("paper", FIRST).usage()).isEqualTo(Usage.NONE);
        assertThat(desk.session("paper", FIRST).unreadable()).isNull();
        assertThat(desk.session("paper", SECOND).usage()).isNull();
        assertThat(desk.session("paper", SECOND).unreadable()).isEqualTo("It is spoilt.");
    }

    @Test
    void without_a_time_in_the_log_the_file_says_when_it_was_active() throws IOException {
        append(desk.paper(FIRST), "call a 10 5 -");
        Files.setLastModifiedTime(desk.paper(FIRST), FileTime.from(Instant.parse("2026-02-03T04:05:06Z")));

        assertThat(desk.refresh().getFirst().lastActivity()).isEqualTo("2026-02-03T04:05:06Z");
    }

    @Test
    void the_newest_activity_comes_first() {
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z");
        append(desk.paper(SECOND), "call b 10 5 2026-06-01T10:00:01Z");

        assertThat(desk.refresh()).extracting(session -> session.key().id()).containsExactly(SECOND, FIRST);
    }

    @Test
    void a_second_look_opens_no_log() {
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z");
        append(desk.paper(SECOND), "call a 10 5 2026-06-01T10:00:00Z");
        var first = desk.refresh();

        assertThat(desk.refresh()).isEqualTo(first);
        assertThat(desk.index.known()).isEqualTo(first);
        assertThat(desk.index.look(KEY)).contains(desk.session("paper", FIRST));
        assertThat(desk.index.calls(KEY)).hasSize(1);
        assertThat(desk.paper.filesRead).hasValue(2);
    }

    @Test
    void a_second_look_waits_for_nobody_who_writes() throws SQLException {
        append(desk.paper(FIRST), "call a 10 5 2026-05-01T10:00:00Z");
        desk.refresh();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("recount/recount.db"));
                var statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThat(desk.refresh()).hasSize(1);
        }
    }

    @Test
    void what_a_broken_off_look_left_is_done_by_the_next_one_though_no_log_has_changed() throws SQLException {
        append(desk.paper(FIRST), "call a 10 5 2026-05-01T10:00:00Z");
        desk.refresh();
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("recount/recount.db"));
                var statement = other.createStatement()) {
            statement.execute("UPDATE sessions SET resolved = NULL");
            statement.execute("DELETE FROM session_tokens");
        }

        assertThat(desk.refresh().getFirst().tokensSoFar()).contains(15L);
    }

    @Test
    void a_line_more_costs_its_own_bytes() {
        append(desk.paper(FIRST), "folder /home/dev/x", "call a 10 5 2026-06-01T10:00:00Z");
        desk.refresh();
        var before = desk.paper.bytesRead.get();
        append(desk.paper(FIRST), "call b 1 1 2026-06-01T10:01:00Z");

        var session = desk.index.look(KEY).orElseThrow();

        assertThat(desk.paper.bytesRead.get() - before).isEqualTo("call b 1 1 2026-06-01T10:01:00Z\n".length());
        assertThat(session.tokensSoFar()).contains(17L);
        assertThat(session.folder()).isEqualTo("/home/dev/x");
        assertThat(session.startedAt()).isEqualTo("2026-06-01T10:00:00Z");
        assertThat(session.lastCall()).isEqualTo("2026-06-01T10:01:00Z");
        assertThat(desk.index.known()).containsExactly(session);
    }

    @Test
    void a_half_written_line_counts_when_its_end_is_there() {
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z");
        appendRaw(desk.paper(FIRST), "call b 10");
        assertThat(desk.refresh().getFirst().tokensSoFar()).contains(15L);

        appendRaw(desk.paper(FIRST), "0 5 2026-06-01T10:01:00Z");
        assertThat(desk.refresh().getFirst().tokensSoFar()).contains(15L);

        appendRaw(desk.paper(FIRST), "\n");
        assertThat(desk.refresh().getFirst().tokensSoFar()).contains(120L);
    }

    @Test
    void a_last_line_that_is_complete_but_for_its_end_counts_once() {
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z");
        appendRaw(desk.paper(FIRST), "call b 100 5 2026-06-01T10:01:00Z .");
        assertThat(desk.refresh().getFirst().tokensSoFar()).contains(120L);

        appendRaw(desk.paper(FIRST), "\ncall c 1000 5 2026-06-01T10:02:00Z\n");

        assertThat(desk.refresh().getFirst().tokensSoFar()).contains(1125L);
        assertThat(desk.index.calls(KEY)).hasSize(3);
    }

    @Test
    void a_log_that_was_cut_is_read_anew() throws IOException {
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z", "call b 10 5 2026-06-01T10:01:00Z");
        desk.refresh();
        Files.writeString(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z\n");

        assertThat(desk.index.look(KEY).orElseThrow().tokensSoFar()).contains(15L);
        assertThat(desk.index.calls(KEY)).hasSize(1);
    }

    @Test
    void a_log_in_whose_place_another_and_longer_one_stands_is_read_anew() throws IOException {
        append(desk.paper(FIRST), "folder /home/dev/x", "call a 10 5 2026-06-01T10:00:00Z");
        desk.refresh();
        Files.delete(desk.paper(FIRST));
        append(
                desk.paper(FIRST),
                "folder /home/dev/another",
                "call b 1 1 2026-06-02T10:00:00Z",
                "call c 1 1 -",
                "call d 1 1 -");

        var session = desk.refresh().getFirst();

        assertThat(session.tokensSoFar()).contains(6L);
        assertThat(session.folder()).isEqualTo("/home/dev/another");
        assertThat(session.startedAt()).isEqualTo("2026-06-02T10:00:00Z");
    }

    @Test
    void another_text_of_the_same_length_and_an_older_time_is_a_change() throws IOException {
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z");
        desk.refresh();
        Files.writeString(desk.paper(FIRST), "call a 90 5 2026-06-01T10:00:00Z\n");
        Files.setLastModifiedTime(desk.paper(FIRST), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));

        assertThat(desk.refresh().getFirst().tokensSoFar()).contains(95L);
    }

    @Test
    void a_copy_put_back_in_its_place_is_not_read_again() throws IOException {
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z");
        var first = desk.refresh();
        var before = desk.paper.bytesRead.get();
        Files.copy(desk.paper(FIRST), home.resolve("copy"));
        Files.move(home.resolve("copy"), desk.paper(FIRST), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(desk.refresh()).isEqualTo(first);
        assertThat(desk.paper.bytesRead).hasValue(before);
    }

    @Test
    void a_log_that_becomes_shorter_while_it_is_read_is_read_anew() {
        var log = append(
                desk.paper(FIRST),
                "call a 10 5 2026-06-01T10:00:00Z",
                "call b 20 5 2026-06-01T10:00:01Z",
                "a last line");
        desk.paper.meanwhile = () -> {
            desk.paper.meanwhile = () -> {};
            log.toFile().delete();
            append(log, "call c 40 5 2026-06-01T10:00:02Z");
        };
        assertThat(desk.refresh().getFirst().unreadable()).isNull();

        assertThat(desk.refresh().getFirst().tokensSoFar()).contains(45L);
    }

    @Test
    void a_renamed_log_goes_on_where_it_was() throws IOException {
        var there = append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z");
        var first = desk.refresh().getFirst();
        var before = desk.paper.bytesRead.get();
        var here = Files.createDirectories(home.resolve("paper/elsewhere")).resolve(FIRST + ".log");
        Files.move(there, here);

        var session = desk.index.look(KEY).orElseThrow();

        assertThat(session.path()).isEqualTo(here.toString());
        assertThat(session.log().fingerprint()).isEqualTo(first.log().fingerprint());
        assertThat(session.log().gone()).isFalse();
        assertThat(desk.refresh()).containsExactly(session);
        assertThat(desk.paper.bytesRead).hasValue(before);
    }

    @Test
    void a_log_whose_place_is_its_name_goes_on_when_its_folder_is_renamed() throws IOException {
        append(desk.claude(FIRST), Desk.answer(FIRST, "m1", "2026-06-01T10:00:00Z", 5));
        desk.refresh();
        Files.move(home.resolve(".claude/projects/-home-dev-x"), home.resolve(".claude/projects/-home-dev-y"));
        append(
                home.resolve(".claude/projects/-home-dev-y/" + FIRST + ".jsonl"),
                Desk.answer(FIRST, "m2", "2026-06-01T10:01:00Z", 5));

        assertThat(desk.refresh()).hasSize(1);
        assertThat(desk.session("claude", FIRST).log().logs()).isEqualTo(1);
        assertThat(desk.calls("claude", FIRST)).isEqualTo(2);
    }

    @Test
    void a_compressed_log_counts_what_the_plain_one_counted() throws IOException {
        append(desk.paper(FIRST), "folder /home/dev/x", "call a 10 5 2026-06-01T10:00:00Z", "call b 10 5 -");
        var plain = desk.refresh().getFirst();
        PaperTool.compress(desk.paper(FIRST));
        assertThat(desk.refresh()).as("while both are there").containsExactly(plain);

        Files.delete(desk.paper(FIRST));
        var compressed = desk.refresh().getFirst();

        assertThat(compressed.usage()).isEqualTo(plain.usage());
        assertThat(compressed.folder()).isEqualTo(plain.folder());
        assertThat(compressed.log().fingerprint()).isEqualTo(plain.log().fingerprint());
        assertThat(compressed.log().archived()).isTrue();
        assertThat(compressed.log().gone()).isFalse();
        assertThat(compressed.log().readTo()).isEqualTo(compressed.log().bytes());
        assertThat(desk.refresh()).containsExactly(compressed);
    }

    @Test
    void an_archived_copy_counts_once() throws IOException {
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z");
        var first = desk.refresh();
        var archive = Files.createDirectories(home.resolve("paper-archive")).resolve(FIRST + ".log");
        Files.copy(desk.paper(FIRST), archive);
        assertThat(desk.refresh()).isEqualTo(first);

        Files.delete(desk.paper(FIRST));
        var session = desk.refresh().getFirst();

        assertThat(session.path()).isEqualTo(archive.toString());
        assertThat(session.log().archived()).isTrue();
        assertThat(session.usage()).isEqualTo(first.getFirst().usage());
        assertThat(session.log().logs()).isEqualTo(1);
    }

    @Test
    void what_a_deleted_log_held_stays_counted() throws IOException {
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z");
        var before = desk.refresh().getFirst();
        Files.delete(desk.paper(FIRST));

        var session = desk.index.look(KEY).orElseThrow();

        assertThat(session.log().gone()).isTrue();
        assertThat(session.unreadable()).isNull();
        assertThat(session.usage()).isEqualTo(before.usage());
        assertThat(desk.refresh()).containsExactly(session);
        var at = Instant.parse("2026-06-01T10:00:00Z");
        assertThat(desk.index.window(KEY, at, at).all().total()).isEqualTo(15);
        assertThat(desk.index
                        .window(KEY, at.plusMillis(1), at.plusSeconds(1))
                        .all()
                        .calls())
                .isZero();
    }

    @Test
    void a_log_that_comes_back_goes_on() throws IOException {
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z");
        desk.refresh();
        var away = Files.move(desk.paper(FIRST), home.resolve("away"));
        desk.refresh();
        Files.move(away, desk.paper(FIRST));
        append(desk.paper(FIRST), "call b 10 5 2026-06-01T10:01:00Z");

        var session = desk.refresh().getFirst();

        assertThat(session.log().gone()).isFalse();
        assertThat(session.tokensSoFar()).contains(30L);
    }

    @Test
    void a_log_that_cannot_be_read_keeps_its_last_good_counts_until_it_can() throws IOException {
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z");
        desk.refresh();
        append(desk.paper(FIRST), "spoilt", "call b 10 5 2026-06-01T10:01:00Z");

        var spoilt = desk.refresh().getFirst();
        assertThat(spoilt.unreadable()).isEqualTo("It is spoilt.");
        assertThat(spoilt.tokensSoFar()).contains(15L);
        var reads = desk.paper.filesRead.get();
        assertThat(desk.refresh()).containsExactly(spoilt);
        assertThat(desk.paper.filesRead).as("unchanged, so not tried again").hasValue(reads);

        Files.writeString(desk.paper(FIRST), "call a 10 5 -\ncall b 10 5 -\n");
        var good = desk.refresh().getFirst();
        assertThat(good.unreadable()).isNull();
        assertThat(good.tokensSoFar()).contains(30L);
    }

    @Test
    void subagents_that_appear_later_belong_to_their_session() {
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z opus");
        desk.refresh();
        append(
                desk.paper(FIRST).resolveSibling(FIRST).resolve("helper-one.log"),
                "call h 1 1 2026-06-01T10:01:00Z haiku");

        var session = desk.index.look(KEY).orElseThrow();

        assertThat(used(session).own().total()).isEqualTo(15);
        assertThat(used(session).subagents().total()).isEqualTo(2);
        assertThat(session.log().logs()).isEqualTo(1);
        assertThat(session.log().subagentLogs()).isEqualTo(1);
        assertThat(session.model()).as("the session's own").isEqualTo("opus");
        assertThat(session.path()).isEqualTo(desk.paper(FIRST).toString());
    }

    @Test
    void a_subagent_whose_log_alone_says_whose_it_is_is_found_beside_it() {
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z");
        desk.refresh();
        append(desk.paper(FIRST).resolveSibling("helper-two.log"), "session " + FIRST, "call h 1 1 -");

        assertThat(used(desk.index.look(KEY).orElseThrow()).subagents().calls()).isEqualTo(1);
        append(desk.paper(FIRST).resolveSibling("helper-two.log"), "call i 1 1 -");
        assertThat(used(desk.index.look(KEY).orElseThrow()).subagents().calls()).isEqualTo(2);
    }

    @Test
    void a_log_that_says_no_session_is_left_out() {
        append(desk.paper(FIRST).resolveSibling("helper-three.log"), "session ../../etc/passwd", "call h 1 1 -");

        assertThat(desk.refresh()).isEmpty();
    }

    @Test
    void a_session_that_was_never_listed_is_found_when_it_is_asked_for() {
        desk.refresh();
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z");

        assertThat(desk.index.look(KEY)).isPresent();
    }

    @Test
    void another_start_of_the_program_reads_nothing_again() {
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z", "call b 10 5 -");
        var first = desk.refresh();

        try (var later = new Desk(home)) {
            assertThat(later.index.known()).isEqualTo(first);
            assertThat(later.index.look(KEY)).contains(first.getFirst());
            assertThat(later.refresh()).isEqualTo(first);
            assertThat(later.paper.filesRead).hasValue(0);
        }
    }

    @Test
    void what_was_just_read_is_what_is_read_back() {
        append(
                desk.paper(FIRST),
                "call a 10 5 2026-06-01T10:00:00.123456789Z",
                "call \u00fc\u0001 10 5 2026-06-01T11:00:00Z",
                "call b 10 5 -",
                "call c 10 5 +999999999-12-31T23:59:59Z");
        append(desk.paper(SECOND), "call d 10 5 2026-06-01T10:00:00.123456Z", "call d 10 6 2026-06-01T11:00:00Z");
        desk.refresh();
        var second = new SessionKey("paper", SECOND);

        try (var later = new Desk(home)) {
            assertThat(desk.index.calls(KEY)).hasSize(4).isEqualTo(later.index.calls(KEY));
            assertThat(desk.index.calls(second)).isNotEmpty().isEqualTo(later.index.calls(second));
        }
    }

    @Test
    void an_answer_that_grew_is_one_entry_of_its_reading_and_one_more_of_the_next() {
        var log = append(
                desk.claude(FIRST),
                answer(FIRST, "msg_1", "2026-06-01T10:00:00Z", 1),
                answer(FIRST, "msg_2", "2026-06-01T10:00:01Z", 1),
                answer(FIRST, "msg_1", "2026-06-01T10:00:02Z", 7));
        desk.refresh();

        assertThat(entries()).isEqualTo(2);
        assertThat(desk.session("claude", FIRST).log().repeats()).isEqualTo(1);

        append(log, answer(FIRST, "msg_2", "2026-06-01T10:00:03Z", 9));
        desk.refresh();

        assertThat(entries()).isEqualTo(3);
        assertThat(desk.session("claude", FIRST).log().repeats()).isEqualTo(2);
        assertThat(desk.index.calls(new SessionKey("claude", FIRST)))
                .extracting(call -> call.tokens().output())
                .containsExactly(7L, 9L);
    }

    private long entries() {
        return desk.store.read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT sum(size) FROM entry_pages")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Test
    void a_time_that_no_log_can_mean_is_none() {
        append(desk.paper(FIRST), "call a 10 5 +999999999-12-31T23:59:59Z", "call b 10 5 2026-06-01T10:00:00Z");
        desk.refresh();

        assertThat(desk.index.calls(KEY))
                .extracting(Call::at)
                .containsExactly(null, Instant.parse("2026-06-01T10:00:00Z"));
        assertThat(desk.session("paper", FIRST).tokensSoFar()).contains(30L);
    }

    @Test
    void the_fingerprint_changes_with_every_line() {
        append(desk.paper(FIRST), "call a 10 5 2026-06-01T10:00:00Z");
        var before = desk.refresh().getFirst().log().fingerprint();
        append(desk.paper(FIRST), "nothing of interest");

        assertThat(desk.refresh().getFirst().log().fingerprint()).isNotEqualTo(before);
    }

    @Test
    void lines_that_tell_of_the_same_call_are_counted_as_repeats() {
        append(desk.paper(FIRST), "call a 10 5 -", "call a 10 5 -", "call a 10 5 -");

        assertThat(desk.refresh())
                .extracting(session -> session.log().repeats())
                .isEqualTo(List.of(2L));
    }

    private static Usage used(AgentSession session) {
        return Objects.requireNonNull(session.usage());
    }
}
