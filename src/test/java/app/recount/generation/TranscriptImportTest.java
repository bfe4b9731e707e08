package app.recount.generation;

import static app.recount.memory.MemoryFixture.memory;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.SourceTable;
import app.recount.memory.TurnKey;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What observer transcripts of older claude-mem versions tell. */
class TranscriptImportTest extends GenerationTest {

    private static final String KNOWN = "11111111-aaaa-4bbb-8ccc-000000000001";
    private static final String UNKNOWN = "22222222-aaaa-4bbb-8ccc-000000000002";
    private static final String OTHER = "33333333-aaaa-4bbb-8ccc-000000000003";

    private Path project;

    @BeforeEach
    void make_folder() throws IOException {
        project = project(directory.path());
        know(KNOWN);
    }

    /** The folder that Claude Code makes for what it does in this data directory. */
    private Path project(Path dataDirectory) throws IOException {
        var name = dataDirectory.resolve("observer-sessions").toString().replaceAll("[^a-zA-Z0-9]", "-");
        return Files.createDirectories(userHome.resolve(".claude/projects").resolve(name));
    }

    private void know(String... sessions) throws IOException {
        Files.deleteIfExists(directory.database());
        var memory = memory();
        for (var session : sessions) {
            memory.row(SourceTable.SESSIONS, NOW.minusSeconds(9_000_000).toEpochMilli(), "memory_session_id", session);
        }
        write(memory);
    }

    private void transcript(String session, String... lines) throws IOException {
        Files.writeString(
                project.resolve(session + ".jsonl"),
                String.join("\n", lines) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String answer(String session, String at, String id, int in, int written, int read, int out) {
        return """
                {"type":"assistant","sessionId":"%s","timestamp":"%s","message":{"id":"%s","model":"claude-haiku","role":"assistant",\
                "usage":{"input_tokens":%d,"cache_creation_input_tokens":%d,"cache_read_input_tokens":%d,"output_tokens":%d}}}""".formatted(session, at, id, in, written, read, out);
    }

    private ImportReport run() {
        return run(directory);
    }

    private ImportReport run(DataDirectory from) {
        return generation
                .imports()
                .run(new GenerationImport.Wish(from, Optional.empty(), ZoneOffset.UTC, false), Progress.NONE);
    }

    private DataDirectory located(Path path) {
        return DataDirectory.locate(new Environment(Map.of(), userHome, "linux"), Optional.of(path));
    }

    /** An answer as it stands in the log of the session and in every copy of that. */
    private static String answer(String id) {
        return answer(KNOWN, "2026-05-20T1%s:00:00Z".formatted(id.substring(1)), id, 1000, 0, 0, 10);
    }

    private List<TurnKey> kept() {
        return turns.list(directory).stream().map(CompressionEvent::key).toList();
    }

    private List<String> loose() {
        return generation.leftovers().list(directory).stream()
                .map(Leftover::identity)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "/home/john_doe/.claude-mem, -home-john-doe--claude-mem",
        "/Users/Jörg Groß/mem+1, -Users-J-rg-Gro--mem-1",
        "/srv/😀/mem, -srv----mem",
        "C:\\Users\\me\\.claude-mem, C--Users-me--claude-mem"
    })
    void a_project_is_named_as_claude_code_names_it(String folder, String name) {
        assertThat(Transcripts.project(folder)).isEqualTo(name);
    }

    @Test
    void transcripts_are_found_whatever_the_data_directory_is_called() throws IOException {
        var named = located(Files.createDirectories(temporary.resolve("my_home ä/mem")));
        project = project(named.path());
        transcript(UNKNOWN, answer("m1"));

        assertThat(run(named).transcripts().files()).isEqualTo(1);
    }

    @Test
    void transcripts_are_found_by_the_real_path_of_a_data_directory_too() throws IOException {
        var link = Files.createSymbolicLink(temporary.resolve("link"), directory.path());
        transcript(KNOWN, answer("m1"));

        assertThat(run(located(link)).transcripts().files()).isEqualTo(1);

        project = project(link);
        transcript(KNOWN, answer("m1"), answer("m2"));
        assertThat(run(located(link)).transcripts().calls()).isEqualTo(2);
    }

    @Test
    void an_answer_in_two_transcripts_is_a_turn_of_the_one_it_was_copied_from() throws IOException {
        know(KNOWN, UNKNOWN);
        transcript(UNKNOWN, answer("m1"), answer("m2"), answer("m3"));
        transcript(KNOWN, answer("m1"), answer("m2"));

        assertThat(run().transcripts()).isEqualTo(new ImportReport.Transcripts(2, 2, 3, 0, 0));

        assertThat(kept()).containsExactly(new TurnKey(KNOWN, 1), new TurnKey(KNOWN, 2), new TurnKey(UNKNOWN, 3));
    }

    @Test
    void an_answer_is_a_turn_of_a_known_session_before_it_is_a_leftover_of_another() throws IOException {
        know();
        transcript(UNKNOWN, answer("m1"));
        run();
        assertThat(loose()).hasSize(1);

        know(KNOWN);
        transcript(KNOWN, answer("m1"), answer("m2"));
        run();

        assertThat(kept()).containsExactly(new TurnKey(KNOWN, 1), new TurnKey(KNOWN, 2));
        assertThat(loose()).isEmpty();
    }

    @Test
    void of_copies_in_unknown_sessions_one_is_a_leftover() throws IOException {
        transcript(UNKNOWN, answer("m1"));
        transcript(OTHER, answer("m1"), answer("m2"));

        run();

        assertThat(loose()).containsExactlyInAnyOrder(UNKNOWN + "/1", OTHER + "/2");
    }

    @Test
    void a_copy_counts_once_also_when_what_it_was_copied_from_is_deleted() throws IOException {
        know(KNOWN, UNKNOWN);
        transcript(KNOWN, answer("m1"));
        run();
        Files.delete(project.resolve(KNOWN + ".jsonl"));
        transcript(UNKNOWN, answer("m1"), answer("m2"));

        run();

        assertThat(kept()).containsExactly(new TurnKey(KNOWN, 1), new TurnKey(UNKNOWN, 2));
    }

    @Test
    void a_copy_that_was_kept_before_its_original_turned_up_gives_way() throws IOException {
        know(KNOWN, UNKNOWN);
        transcript(UNKNOWN, answer("m1"), answer("m2"));
        run();
        transcript(KNOWN, answer("m1"));

        run();

        assertThat(kept()).containsExactly(new TurnKey(KNOWN, 1), new TurnKey(UNKNOWN, 2));
    }

    @Test
    void the_answers_of_a_known_session_are_its_turns_in_their_order() throws IOException {
        transcript(
                KNOWN,
                answer(KNOWN, "2026-05-20T10:00:00Z", "m1", 3, 100, 1000, 50),
                answer(KNOWN, "2026-05-20T10:00:00Z", "m1", 3, 100, 1000, 70),
                answer(KNOWN, "2026-05-21T10:00:00Z", "m2", 5, 0, 1100, 20));

        var report = run();

        assertThat(report.transcripts().matched()).isEqualTo(1);
        assertThat(turns.list(directory))
                .extracting(CompressionEvent::key)
                .containsExactly(new TurnKey(KNOWN, 1), new TurnKey(KNOWN, 2));
        var first = turns.list(directory).getFirst();
        assertThat(first.figures().tokensInput()).contains(1103L);
        assertThat(first.figures().tokensOutput()).contains(70L);
        assertThat(first.figures().costUsd()).isEmpty();
        assertThat(first.origin()).isEqualTo(TurnOrigin.TRANSCRIPT);
        assertThat(generation.leftovers().list(directory)).isEmpty();
    }

    @Test
    void the_answers_of_an_unknown_session_count_for_their_days_alone() throws IOException {
        transcript(UNKNOWN, answer(UNKNOWN, "2026-05-20T10:00:00Z", "m1", 3, 0, 0, 50));

        run();

        assertThat(turns.list(directory)).isEmpty();
        assertThat(generation.leftovers().list(directory)).singleElement().satisfies(leftover -> {
            assertThat(leftover.day()).hasToString("2026-05-20");
            assertThat(leftover.origin()).isEqualTo(LeftoverOrigin.TRANSCRIPT);
        });
    }

    @Test
    void importing_again_changes_nothing_and_a_transcript_that_went_on_is_brought_up_to_date() throws IOException {
        transcript(KNOWN, answer(KNOWN, "2026-05-20T10:00:00Z", "m1", 3, 0, 0, 50));
        run();
        assertThat(run().turns()).isEqualTo(new ImportReport.News(1, 0));

        transcript(
                KNOWN,
                answer(KNOWN, "2026-05-20T10:00:00Z", "m1", 3, 0, 0, 60),
                answer(KNOWN, "2026-05-20T11:00:00Z", "m2", 3, 0, 0, 5));
        assertThat(run().turns()).isEqualTo(new ImportReport.News(2, 2));
        assertThat(turns.list(directory).getFirst().figures().tokensOutput()).contains(60L);
    }

    @Test
    void leftovers_become_turns_when_their_session_turns_out_to_be_known() throws IOException {
        transcript(UNKNOWN, answer(UNKNOWN, "2026-05-20T10:00:00Z", "m1", 3, 0, 0, 50));
        run();
        know(UNKNOWN);

        run();

        assertThat(turns.list(directory)).hasSize(1);
        assertThat(generation.leftovers().list(directory)).isEmpty();
    }

    @Test
    void what_was_told_of_a_turn_stays_whatever_its_transcript_says() throws IOException {
        var told = turn("memory_session_id", KNOWN, "tokens_output", "999");
        generation.recorder().record(List.of(told), directory, false);
        transcript(KNOWN, answer(KNOWN, "2026-05-20T10:00:00Z", "m1", 3, 0, 0, 50));

        assertThat(run().turns()).isEqualTo(new ImportReport.News(1, 0));
        assertThat(turns.list(directory)).containsExactly(told);
    }

    @Test
    void what_is_told_of_a_turn_takes_the_place_of_what_its_transcript_said() throws IOException {
        transcript(KNOWN, answer(KNOWN, "2026-05-20T10:00:00Z", "m1", 3, 0, 0, 50));
        run();
        var told = turn("memory_session_id", KNOWN, "tokens_output", "999");

        assertThat(generation.recorder().record(List.of(told), directory, false).replaced())
                .isEqualTo(1);
    }
}
