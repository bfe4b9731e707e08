package app.recount.generation;

import static app.recount.memory.MemoryFixture.memory;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.memory.SourceTable;
import app.recount.memory.TurnKey;
import app.recount.store.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What observer transcripts of older claude-mem versions tell. */
class TranscriptImportTest extends GenerationTest {

    private static final String KNOWN = "11111111-aaaa-4bbb-8ccc-000000000001";
    private static final String UNKNOWN = "22222222-aaaa-4bbb-8ccc-000000000002";

    private Path project;

    @BeforeEach
    void make_folder() throws IOException {
        var name = directory
                .path()
                .resolve("observer-sessions")
                .toString()
                .replace('/', '-')
                .replace('.', '-');
        project = Files.createDirectories(userHome.resolve(".claude/projects").resolve(name));
        write(memory().row(
                        SourceTable.SESSIONS, NOW.minusSeconds(9_000_000).toEpochMilli(), "memory_session_id", KNOWN));
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
        return generation
                .imports()
                .run(new GenerationImport.Wish(directory, Optional.empty(), ZoneOffset.UTC, false), Progress.NONE);
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
        Files.delete(directory.database());
        write(memory().row(
                        SourceTable.SESSIONS,
                        NOW.minusSeconds(9_000_000).toEpochMilli(),
                        "memory_session_id",
                        UNKNOWN));

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
