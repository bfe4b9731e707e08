package app.recount.session;

import static app.recount.session.Desk.FIRST;
import static app.recount.session.Desk.SECOND;
import static app.recount.session.Desk.THIRD;
import static app.recount.session.Desk.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.problem.ProblemException;
import app.recount.session.SessionChoice.Chosen;
import app.recount.session.SessionChoice.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionChoiceTest {

    private static final String NOW = "2026-06-01T12:00:00Z";
    private static final String RECENT = "2026-06-01T11:55:00Z";
    private static final String NEWER = "2026-06-01T11:56:00Z";
    private static final String OLD = "2026-06-01T11:00:00Z";
    private static final String OLDER = "2026-06-01T10:00:00Z";

    @TempDir
    Path home;

    private Desk desk;
    private Path folder;

    @BeforeEach
    void sit_down() throws IOException {
        desk = new Desk(home);
        folder = Files.createDirectories(home.resolve("work"));
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void an_id_that_is_given_is_taken_whatever_else_is_there() {
        session(FIRST, folder, RECENT);
        session(SECOND, home, OLD);

        assertThat(chosen(id(SECOND))).isEqualTo(SECOND + " GIVEN_ID");
        assertThat(chosen(id("T-" + SECOND.toUpperCase(Locale.ROOT)))).isEqualTo(SECOND + " GIVEN_ID");
    }

    @Test
    void an_id_is_a_uuid_and_nothing_else() {
        for (var text : List.of("", "..", "../" + FIRST, FIRST + "/x", "1", "%", FIRST + " ")) {
            assertThat(problem(id(text))).as(text).isEqualTo("SESSION_ID_INVALID");
        }
    }

    @Test
    void an_id_that_nobody_has_is_not_found() {
        session(FIRST, folder, RECENT);

        assertThat(problem(id(SECOND))).isEqualTo("SESSION_NOT_FOUND");
    }

    @Test
    void a_log_that_is_given_is_taken() {
        session(FIRST, folder, RECENT);
        session(SECOND, home, OLD);

        assertThat(chosen(path(desk.paper(SECOND)))).isEqualTo(SECOND + " GIVEN_PATH");
    }

    @Test
    void a_subagents_log_stands_for_its_session() {
        session(FIRST, folder, RECENT);
        var helper = append(desk.paper(FIRST).resolveSibling("helper-a.log"), "session " + FIRST, "call h 1 1 -");

        assertThat(chosen(path(helper))).isEqualTo(FIRST + " GIVEN_PATH");
    }

    @Test
    void a_path_must_be_a_log_of_the_tool_in_one_of_its_folders() throws IOException {
        session(FIRST, folder, RECENT);
        var outside = append(home.resolve("outside/" + FIRST + ".log"), "call a 1 1 -");
        var other = append(desk.paper(FIRST).resolveSibling("notes.txt"), "call a 1 1 -");
        var nobodys = append(desk.paper(FIRST).resolveSibling("helper-b.log"), "call h 1 1 -");
        var link = Files.createSymbolicLink(home.resolve("paper/desk/" + SECOND + ".log"), outside);
        append(desk.claude(THIRD), Desk.answer(THIRD, "m", RECENT, 5));

        for (var each : List.of(
                outside,
                other,
                nobodys,
                link,
                desk.claude(THIRD),
                home.resolve("paper/desk"),
                home.resolve("nothing"),
                home.resolve("paper/desk/../../outside/" + FIRST + ".log"))) {
            assertThat(problem(path(each))).as(each.toString()).isEqualTo("SESSION_PATH_INVALID");
        }
    }

    @Test
    void a_link_to_a_log_in_its_folder_is_as_good_as_the_log() throws IOException {
        session(FIRST, folder, RECENT);
        var link = Files.createSymbolicLink(home.resolve("link"), desk.paper(FIRST));

        assertThat(chosen(path(link))).isEqualTo(FIRST + " GIVEN_PATH");
    }

    @Test
    void what_claude_code_noted_for_an_ancestor_process_comes_before_the_folder() throws IOException {
        claude(FIRST, folder, NEWER);
        claude(SECOND, home, RECENT);
        note(77, "{\"pid\":77,\"sessionId\":\"%s\",\"cwd\":\"/\",\"startedAt\":1}".formatted(SECOND));

        assertThat(describe(choose(request("claude", List.of(1234L, 77L, 1L)))))
                .isEqualTo(SECOND + " ANCESTOR_PROCESS");
        assertThat(describe(choose(request("claude", List.of(1234L)))))
                .as("another process")
                .isEqualTo(FIRST + " ONLY_ACTIVE_IN_FOLDER");
    }

    @Test
    void a_note_that_is_out_of_date_or_rubbish_is_passed_by() throws IOException {
        claude(FIRST, folder, RECENT);
        claude(SECOND, home, OLD);
        for (var text : List.of(
                "{\"pid\":77,\"sessionId\":\"%s\"}".formatted(SECOND),
                "{\"pid\":78,\"sessionId\":\"%s\"}".formatted(FIRST),
                "{\"pid\":77,\"sessionId\":\"%s\"}".formatted(THIRD),
                "{\"pid\":77,\"sessionId\":\"../../x\"}",
                "{\"pid\":77,\"sessionId\":7}",
                "[1]",
                "{",
                "",
                "{\"pid\":77,\"sessionId\":\"%s\"}%s".formatted(FIRST, " ".repeat(70_000)))) {
            note(77, text);
            assertThat(describe(choose(request("claude", List.of(77L)))))
                    .as(text.strip())
                    .isEqualTo(FIRST + " ONLY_ACTIVE_IN_FOLDER");
        }
    }

    @Test
    void the_only_active_session_of_the_folder_is_taken() {
        session(FIRST, folder, RECENT);
        session(SECOND, folder, OLD);
        session(THIRD, home, NEWER);

        assertThat(chosen(here())).isEqualTo(FIRST + " ONLY_ACTIVE_IN_FOLDER");
    }

    @Test
    void a_folder_is_the_same_however_it_is_reached() throws IOException {
        var link = Files.createSymbolicLink(home.resolve("link"), folder);
        session(FIRST, link, RECENT);
        session(SECOND, home, RECENT);

        assertThat(chosen(here())).isEqualTo(FIRST + " ONLY_ACTIVE_IN_FOLDER");
    }

    @Test
    void a_folder_that_is_gone_is_compared_by_its_name() {
        session(FIRST, Path.of("/gone/code/"), RECENT);
        session(SECOND, home, RECENT);

        var request =
                new SessionRequest("paper", Optional.empty(), Optional.empty(), Path.of("/gone/x/../code"), List.of());
        assertThat(chosen(request)).isEqualTo(FIRST + " ONLY_ACTIVE_IN_FOLDER");
    }

    @Test
    void else_the_only_session_of_the_folder_is_taken() {
        session(FIRST, folder, OLD);
        session(SECOND, home, RECENT);

        assertThat(chosen(here())).isEqualTo(FIRST + " ONLY_IN_FOLDER");
    }

    @Test
    void else_the_only_active_session_is_taken() {
        session(FIRST, home, RECENT);
        session(SECOND, home, OLD);

        assertThat(chosen(here())).isEqualTo(FIRST + " ONLY_ACTIVE");
    }

    @Test
    void else_the_only_session_is_taken() {
        session(FIRST, home, OLD);

        assertThat(chosen(here())).isEqualTo(FIRST + " ONLY_SESSION");
    }

    @Test
    void a_session_is_active_for_ten_minutes_after_its_last_call() {
        session(FIRST, folder, "2026-06-01T11:50:00Z");
        session(SECOND, folder, "2026-06-01T11:49:59Z");

        assertThat(chosen(here())).isEqualTo(FIRST + " ONLY_ACTIVE_IN_FOLDER");
    }

    @Test
    void two_active_sessions_in_the_folder_are_the_candidates_and_no_others() {
        session(FIRST, folder, RECENT);
        session(SECOND, folder, NEWER);
        session(THIRD, folder, OLD);

        assertThat(chosen(here())).isEqualTo("one of " + SECOND + ", " + FIRST);
    }

    @Test
    void without_anything_in_the_folder_all_are_candidates() {
        session(FIRST, home, OLD);
        session(SECOND, home, OLDER);

        assertThat(chosen(here())).isEqualTo("one of " + FIRST + ", " + SECOND);
    }

    @Test
    void claude_mems_observer_is_listed_but_never_a_candidate() {
        session(FIRST, home.resolve(".claude-mem/observer-sessions"), NEWER);
        assertThat(chosen(here())).isEqualTo("none");
        session(SECOND, home, OLD);

        assertThat(desk.refresh()).hasSize(2);
        assertThat(chosen(here())).isEqualTo(SECOND + " ONLY_SESSION");
    }

    @Test
    void a_session_whose_log_was_deleted_is_no_candidate() throws IOException {
        session(FIRST, folder, RECENT);
        session(SECOND, folder, OLD);
        desk.refresh();
        Files.delete(desk.paper(FIRST));

        assertThat(chosen(here())).isEqualTo(SECOND + " ONLY_IN_FOLDER");
    }

    @Test
    void other_tools_sessions_do_not_count() {
        session(FIRST, folder, OLD);
        claude(SECOND, folder, RECENT);

        assertThat(chosen(here())).isEqualTo(FIRST + " ONLY_IN_FOLDER");
    }

    private void session(String id, Path worksIn, String lastCall) {
        append(desk.paper(id), "folder " + worksIn, "call a 10 5 " + lastCall);
    }

    private void claude(String id, Path worksIn, String lastCall) {
        append(desk.claude(id), Desk.answer(id, "m" + id, lastCall, 5).replace("/home/dev/x", worksIn.toString()));
    }

    private void note(long process, String text) throws IOException {
        Files.writeString(
                Files.createDirectories(home.resolve(".claude/sessions")).resolve(process + ".json"), text);
    }

    private SessionRequest here() {
        return request("paper", List.of());
    }

    private SessionRequest request(String tool, List<Long> processes) {
        return new SessionRequest(tool, Optional.empty(), Optional.empty(), folder, processes);
    }

    private SessionRequest id(String id) {
        return new SessionRequest("paper", Optional.of(id), Optional.empty(), folder, List.of());
    }

    private SessionRequest path(Path path) {
        return new SessionRequest("paper", Optional.empty(), Optional.of(path), folder, List.of());
    }

    private String chosen(SessionRequest request) {
        return describe(choose(request));
    }

    private Chosen choose(SessionRequest request) {
        var clock = Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC);
        return new SessionChoice(desk.index, desk.tools, desk.environment, clock).choose(request);
    }

    private static String describe(Chosen chosen) {
        return switch (chosen) {
            case Chosen.One(AgentSession session, Rule rule) -> session.key().id() + " " + rule;
            case Chosen.Ambiguous(List<AgentSession> candidates) ->
                "one of "
                        + String.join(
                                ", ",
                                candidates.stream().map(each -> each.key().id()).toList());
            case Chosen.None() -> "none";
        };
    }

    private String problem(SessionRequest request) {
        var code = new String[1];
        assertThatThrownBy(() -> choose(request))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> code[0] = e.problem().code());
        return code[0];
    }
}
