package app.recount.session;

import static app.recount.session.ClaudeLines.SESSION;
import static app.recount.session.ClaudeLines.answer;
import static app.recount.session.ClaudeLines.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are not as they should be cost themselves and nothing else. */
class OddLinesTest {

    private static final AgentTool CLAUDE = new ClaudeCode();
    private static final String PLACE = "project/" + SESSION + ".jsonl";

    @TempDir
    private Path root;

    private ReadLog log(String text) throws IOException {
        return ReadLog.of(CLAUDE, root, ReadLog.write(root, PLACE, text));
    }

    private static long output(ReadLog log) {
        return ReadLog.usage(CLAUDE, log).own().output();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "not json at all",
                "null",
                "[{\"usage\":{}}]",
                "\"usage\"",
                "{\"message\":{\"usage\":{\"output_tokens\":999",
                "{\"message\":{\"usage\":{\"output_tokens\":999}}}}",
                "{\"message\":{\"usage\":{\"output_tokens\":999}}} {}",
                "{\"message\":{\"usage\":{\"output_tokens\":999}}}{\"message\":{\"usage\":{\"output_tokens\":999}}}",
                "{\"message\":{\"usage\":{\"output_tokens\":0999}}}",
                "{\"message\":{\"usage\":{\"output_tokens\":NaN}}}",
                "{'message':{\"usage\":{\"output_tokens\":999}}}",
                "\0\0\0\0{\"message\":{\"usage\":{\"output_tokens\":999}}}",
                "{\"message\":{\"usage\":{\"output_tokens\":999}},\"x\":\"\0\"}"
            })
    void a_line_that_is_not_one_object_is_left_out(String line) throws IOException {
        assertThat(output(log(answer("msg_1", 1) + "\n" + line + "\n" + answer("msg_2", 2) + "\n")))
                .isEqualTo(3);
    }

    @Test
    void bad_lines_are_those_that_looked_like_usage() throws IOException {
        assertThat(log("nothing\n{\"message\":{\"usage\":{\"out\n{\"x\":1\n")
                        .part()
                        .badLines())
                .isEqualTo(1);
    }

    @Test
    void lines_may_end_as_on_windows() throws IOException {
        assertThat(output(log(answer("msg_1", 1) + "\r\n" + answer("msg_2", 2) + "\r\n")))
                .isEqualTo(3);
    }

    @Test
    void separators_that_only_some_programs_take_for_line_ends_are_text() throws IOException {
        var line =
                answer("msg_1", 7).replace("go", "").replace("\"role\"", "\"x\":\"a\u2028b\u2029c\u0085d\",\"role\"");
        assertThat(output(log(line + "\n"))).isEqualTo(7);
    }

    @Test
    void half_a_surrogate_pair_is_text() throws IOException {
        var escaped = answer("msg_1", 7).replace("\"role\"", "\"x\":\"\\ud83d\",\"role\"");
        assertThat(output(log(escaped + "\n"))).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ff",
                "\u00c3",
                "\u00e2\u0082",
                "\u00ed\u00a0\u0080",
                "\u00f8\u0080\u0080\u0080\u0080",
                "\u0080"
            })
    void bytes_that_are_no_text_do_not_hide_the_numbers_beside_them(String bytes) throws IOException {
        var line = answer("msg_1", 7).replace("\"role\"", "\"x\":\"" + bytes + "\",\"role\"") + "\n";
        var file = ReadLog.write(root, PLACE, "");
        Files.write(file, line.getBytes(StandardCharsets.ISO_8859_1));
        var log = ReadLog.of(CLAUDE, root, file);
        assertThat(output(log)).isEqualTo(7);
        assertThat(log.part().facts().folder()).isEqualTo("/home/dev/recount");
    }

    @Test
    void a_name_that_sql_would_cut_short_is_none_and_its_call_counts_all_the_same() throws IOException {
        var log = log(answer("same\\u0000one", 7) + "\n");
        assertThat(output(log)).isEqualTo(7);
        assertThat(log.entries()).extracting(LogEntry::key).noneMatch(key -> key.startsWith("same"));
    }

    @Test
    void half_a_character_is_no_name_and_its_call_counts_all_the_same() throws IOException {
        var log = log(answer("msg_1", 7).replace("claude-opus-4-6", "\\ud800") + "\n");
        assertThat(output(log)).isEqualTo(7);
        assertThat(log.entries()).extracting(LogEntry::model).containsOnlyNulls();
    }

    @Test
    void a_byte_order_mark_changes_nothing() throws IOException {
        assertThat(output(log("\ufeff" + answer("msg_1", 7) + "\n"))).isEqualTo(7);
    }

    @Test
    void a_byte_order_mark_before_bytes_that_are_no_text_changes_nothing() throws IOException {
        var file = ReadLog.write(root, PLACE, "");
        var line = "\u00ef\u00bb\u00bf" + answer("msg_1", 7).replace("\"role\"", "\"x\":\"\u00ff\",\"role\"") + "\n";
        Files.write(file, line.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(output(ReadLog.of(CLAUDE, root, file))).isEqualTo(7);
    }

    @Test
    void iterations_that_stand_twice_in_a_line_count_once() throws IOException {
        var iterations = "\"iterations\":[{\"type\":\"advisor_message\",\"output_tokens\":20}]";
        var line = "{\"message\":{\"id\":\"m\",\"usage\":{\"output_tokens\":7," + iterations + "," + iterations + "}}}";
        assertThat(ReadLog.usage(CLAUDE, log(line + "\n")).subagents().output()).isEqualTo(20);
    }

    @Test
    void values_as_deep_as_one_likes_are_stepped_over() throws IOException {
        var deep = "[".repeat(900) + "]".repeat(900);
        var bomb = "{\"usage\":" + "[".repeat(200_000);
        assertThat(output(log(
                        answer("msg_1", 7).replace("\"role\"", "\"x\":" + deep + ",\"role\"") + "\n" + bomb + "\n")))
                .isEqualTo(7);
    }

    @Test
    void iterations_within_iterations_are_no_way_to_the_bottom_of_the_stack() throws IOException {
        var nested = "{\"iterations\":[".repeat(4_000) + "]}".repeat(4_000);
        var line = "{\"message\":{\"id\":\"m\",\"usage\":{\"output_tokens\":7,\"iterations\":[" + nested + "]}}}";
        assertThat(output(log(line + "\n"))).isEqualTo(7);
    }

    @Test
    void a_line_that_is_full_of_timestamps_is_parsed_once() throws IOException {
        var times = new StringBuilder();
        for (var i = 0; i < 60_000; i++) {
            times.append("{\"timestamp\":\"20%02d-01-01T00:%02d:%02dZ\"},".formatted(i / 3600, i / 60 % 60, i % 60));
        }
        var log = log("{\"all\":[" + times + "0],\"timestamp\":\"2026-06-01T10:00:00Z\"}\n");
        assertThat(log.part().facts().first()).isEqualTo(Instant.parse("2026-06-01T10:00:00Z"));
        assertThat(log.part().facts().last()).isEqualTo(Instant.parse("2026-06-01T10:00:00Z"));
    }

    @Test
    void a_line_of_megabytes_counts() throws IOException {
        var line = answer("msg_1", 7).replace("\"role\"", "\"x\":\"" + "é\\n".repeat(1_500_000) + "\",\"role\"");
        assertThat(output(log(user("2026-06-01T10:00:00Z") + "\n" + line + "\n" + answer("msg_2", 2) + "\n")))
                .isEqualTo(9);
    }

    @Test
    void a_last_line_that_is_half_written_is_not_read_yet() throws IOException {
        var first = answer("msg_1", 1) + "\n";
        var half = answer("msg_2", 2).substring(0, 400);
        var log = log(first + half);
        assertThat(output(log)).isEqualTo(1);
        assertThat(log.part().next().offset()).isEqualTo(first.length());
        assertThat(log.part().badLines()).isZero();
    }

    @Test
    void a_last_line_that_lacks_only_its_end_counts_and_is_read_again() throws IOException {
        var first = answer("msg_1", 1) + "\n";
        var log = log(first + answer("msg_2", 2));
        assertThat(log.entries()).hasSize(1);
        assertThat(log.part().open()).hasSize(1);
        assertThat(log.part().next().offset()).isEqualTo(first.length());
        assertThat(output(log)).isEqualTo(3);
    }

    @Test
    void reading_goes_on_where_it_ended() throws IOException {
        var first = log(answer("msg_1", 1) + "\n" + answer("msg_2", 2).substring(0, 30));
        var file = ReadLog.write(root, PLACE, answer("msg_1", 1) + "\n" + answer("msg_2", 2) + "\n");
        var later = new ArrayList<LogEntry>();
        var part = CLAUDE.read(file, first.name(), first.part().next(), later::add);
        assertThat(later).extracting(LogEntry::key).containsExactly("msg_2");
        assertThat(part.next().offset()).isEqualTo(Files.size(file));
        assertThat(CLAUDE.read(file, first.name(), part.next(), later::add).next())
                .isEqualTo(part.next());
        assertThat(later).hasSize(1);
    }

    @Test
    void a_file_that_shrank_is_no_error_of_the_reader() throws IOException {
        var log = log(answer("msg_1", 1) + "\n");
        var beyond = new LogPosition(1_000_000, "");
        var part = CLAUDE.read(root.resolve(PLACE), log.name(), beyond, entry -> {});
        assertThat(part.next()).isEqualTo(beyond);
    }

    @Test
    void a_link_is_not_followed() throws IOException {
        var elsewhere = ReadLog.write(root, "elsewhere.jsonl", answer("msg_1", 1) + "\n");
        var link = Files.createSymbolicLink(
                Files.createDirectories(root.resolve("project")).resolve(SESSION + ".jsonl"), elsewhere);
        assertThatThrownBy(() -> ReadLog.of(CLAUDE, root, link)).isInstanceOf(LogUnreadableException.class);
    }

    @Test
    void a_folder_and_a_file_that_is_gone_are_told() throws IOException {
        Files.createDirectories(root.resolve(PLACE));
        assertThatThrownBy(() -> ReadLog.of(CLAUDE, root, root.resolve(PLACE)))
                .isInstanceOf(LogUnreadableException.class);
        var gone = root.resolve("other/" + SESSION + ".jsonl");
        assertThatThrownBy(() -> ReadLog.of(CLAUDE, root, gone)).isInstanceOf(NoSuchFileException.class);
    }
}
