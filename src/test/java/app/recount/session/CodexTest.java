package app.recount.session;

import static app.recount.session.CodexLines.CHILD;
import static app.recount.session.CodexLines.PARENT;
import static app.recount.session.CodexLines.event;
import static app.recount.session.CodexLines.info;
import static app.recount.session.CodexLines.line;
import static app.recount.session.CodexLines.meta;
import static app.recount.session.CodexLines.model;
import static app.recount.session.CodexLines.numbers;
import static app.recount.session.CodexLines.place;
import static app.recount.session.CodexLines.totalOnly;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the events of Codex count, and what they do not. */
class CodexTest {

    private static final AgentTool CODEX = new Codex();

    @TempDir
    private Path root;

    private ReadLog log(String... lines) throws IOException {
        return ReadLog.of(CODEX, root, place(PARENT), lines);
    }

    private ReadLog childLog(String... lines) throws IOException {
        return ReadLog.of(CODEX, root, place(CHILD), lines);
    }

    private TokenCount own(String... lines) throws IOException {
        return ReadLog.usage(CODEX, log(lines)).own();
    }

    private static TokenCount ofChild(ReadLog child, ReadLog... parent) {
        var parents = Arrays.stream(parent).map(ReadLog::all).toList();
        return Usage.of(CODEX.calls(List.of(child.all()), parents, key -> false))
                .own();
    }

    private static TokenCount tokens(long input, long output, long calls) {
        return new TokenCount(input, 0, 0, 0, output, 0, calls);
    }

    @Test
    void the_last_calls_are_added_up() throws IOException {
        assertThat(own(event(10, 1, 10, 1), event(30, 3, 20, 2))).isEqualTo(tokens(30, 3, 2));
    }

    @Test
    void cached_tokens_are_part_of_the_input_and_reasoning_is_part_of_the_output() throws IOException {
        assertThat(own(info("{\"last_token_usage\":" + numbers(100, 60, 50, 40, 150) + "}")))
                .isEqualTo(new TokenCount(40, 60, 0, 0, 50, 40, 1));
    }

    @Test
    void more_cached_than_input_is_no_negative_input() throws IOException {
        assertThat(own(info("{\"last_token_usage\":" + numbers(100, 160, 50, 70, 150) + "}")))
                .isEqualTo(new TokenCount(0, 100, 0, 0, 50, 50, 1));
    }

    @Test
    void an_event_without_information_is_none() throws IOException {
        var log = log(info("null"), info("{}"), info("{\"total_token_usage\":null}"));
        assertThat(log.entries()).isEmpty();
        assertThat(log.part().badLines()).isZero();
    }

    @Test
    void an_event_that_is_told_again_counts_once() throws IOException {
        var log = log(event(10, 1, 10, 1), event(10, 1, 10, 1), event(30, 3, 20, 2), event(10, 1, 10, 1));
        assertThat(ReadLog.usage(CODEX, log).own()).isEqualTo(tokens(30, 3, 2));
        assertThat(log.part().repeats()).isEqualTo(1);
    }

    @Test
    void two_calls_of_equal_size_both_count() throws IOException {
        assertThat(own(event(10, 1, 10, 1), event(20, 2, 10, 1))).isEqualTo(tokens(20, 2, 2));
    }

    @Test
    void counters_that_interleave_add_up_by_their_last_calls() throws IOException {
        assertThat(own(event(10, 1, 10, 1), event(500, 5, 500, 5), event(30, 3, 20, 2), event(900, 9, 400, 4)))
                .isEqualTo(tokens(930, 12, 4));
    }

    @Test
    void without_a_last_call_the_total_tells_what_it_gained() throws IOException {
        assertThat(own(totalOnly(10, 1), totalOnly(30, 3), totalOnly(30, 3))).isEqualTo(tokens(30, 3, 2));
    }

    @Test
    void a_total_that_went_down_begins_again_at_zero() throws IOException {
        assertThat(own(totalOnly(100, 10), totalOnly(30, 3), totalOnly(50, 5))).isEqualTo(tokens(150, 15, 3));
    }

    @Test
    void the_gain_of_a_total_keeps_cached_and_fresh_input_apart() throws IOException {
        var first = info("{\"total_token_usage\":" + numbers(100, 60, 10, 5, 110) + "}");
        var second = info("{\"total_token_usage\":" + numbers(300, 200, 30, 9, 330) + "}");
        assertThat(own(first, second)).isEqualTo(new TokenCount(100, 200, 0, 0, 30, 9, 2));
    }

    @Test
    void the_reset_after_a_full_context_is_no_usage() throws IOException {
        var full = info("{\"total_token_usage\":" + numbers(0, 0, 0, 0, 258_400) + ",\"last_token_usage\":"
                + numbers(0, 0, 0, 0, 200_000) + "}");
        assertThat(own(event(100, 10, 100, 10), full, event(40, 4, 40, 4))).isEqualTo(tokens(140, 14, 2));
    }

    @Test
    void the_reset_after_a_full_context_is_no_usage_where_only_totals_are_told() throws IOException {
        var full = info("{\"total_token_usage\":" + numbers(0, 0, 0, 0, 258_400) + "}");
        assertThat(own(totalOnly(100, 10), full, totalOnly(140, 14))).isEqualTo(tokens(240, 24, 2));
    }

    @Test
    void the_model_is_that_of_the_turn_and_the_next_reading_knows_it() throws IOException {
        var log = log(event(1, 1, 1, 1), model("gpt-5.2-codex"), event(2, 2, 1, 1), model("gpt-6"), event(3, 3, 1, 1));
        assertThat(log.entries()).extracting(LogEntry::model).containsExactly(null, "gpt-5.2-codex", "gpt-6");
        assertThat(log.part().next().memo()).isEqualTo("gpt-6");
    }

    @Test
    void a_second_file_that_repeats_the_history_counts_only_what_is_new() throws IOException {
        var first = log(event(10, 1, 10, 1), event(30, 3, 20, 2));
        var second = log(event(10, 1, 10, 1), event(30, 3, 20, 2), event(60, 6, 30, 3));
        assertThat(ReadLog.usage(CODEX, first, second).own()).isEqualTo(tokens(60, 6, 3));
    }

    @Test
    void a_second_file_that_goes_on_counting_gains_on_the_first() throws IOException {
        assertThat(ReadLog.usage(CODEX, log(totalOnly(10, 1)), log(totalOnly(30, 3)))
                        .own())
                .isEqualTo(tokens(30, 3, 2));
    }

    @Test
    void a_fork_counts_only_what_follows_the_copy_of_its_parent() throws IOException {
        var parent = log(event(10, 1, 10, 1), event(30, 3, 20, 2), event(99, 9, 69, 6));
        var child = childLog(event(10, 1, 10, 1), event(30, 3, 20, 2), event(60, 6, 30, 3), event(65, 7, 5, 1));
        assertThat(ofChild(child, parent)).isEqualTo(tokens(35, 4, 2));
        assertThat(ofChild(child)).isEqualTo(tokens(65, 7, 4));
    }

    @Test
    void the_copy_may_hold_what_the_parent_copied_itself() throws IOException {
        var parent = log(event(10, 1, 10, 1), event(30, 3, 20, 2));
        var child = childLog(event(10, 1, 10, 1), event(30, 3, 20, 2), event(60, 6, 30, 3));
        assertThat(ofChild(child, parent)).isEqualTo(tokens(30, 3, 1));
    }

    @Test
    void the_copy_may_span_several_files_of_the_parent() throws IOException {
        var first = log(event(10, 1, 10, 1));
        var second = log(event(10, 1, 10, 1), event(30, 3, 20, 2));
        var third = log(event(60, 6, 30, 3));
        var child = childLog(event(10, 1, 10, 1), event(30, 3, 20, 2), event(60, 6, 30, 3), event(100, 10, 40, 4));
        assertThat(ofChild(child, first, second, third)).isEqualTo(tokens(40, 4, 1));
    }

    @Test
    void an_event_that_only_one_of_both_tells_twice_does_not_end_the_copy() throws IOException {
        var parent = log(event(10, 1, 10, 1), event(30, 3, 20, 2));
        var child = childLog(
                event(10, 1, 10, 1),
                event(10, 1, 10, 1),
                event(30, 3, 20, 2),
                event(30, 3, 20, 2),
                event(60, 6, 30, 3));
        assertThat(ofChild(child, parent)).isEqualTo(tokens(30, 3, 1));
    }

    @Test
    void an_event_that_is_told_again_later_does_not_end_the_copy() throws IOException {
        var parent = log(event(10, 1, 10, 1), event(30, 3, 20, 2), event(60, 6, 30, 3));
        var child = childLog(
                event(10, 1, 10, 1),
                event(30, 3, 20, 2),
                event(10, 1, 10, 1),
                event(60, 6, 30, 3),
                event(99, 9, 39, 3));
        assertThat(ofChild(child, parent)).isEqualTo(tokens(39, 3, 1));
    }

    @Test
    void a_second_file_that_branches_off_gains_on_what_it_repeats() throws IOException {
        var first = log(totalOnly(10, 1), totalOnly(30, 3));
        assertThat(ReadLog.usage(CODEX, first, log(totalOnly(10, 1), totalOnly(25, 2)))
                        .own())
                .isEqualTo(tokens(45, 4, 3));
    }

    @Test
    void the_parents_last_event_told_again_by_the_fork_is_no_call() throws IOException {
        var parent = log(event(10, 1, 10, 1));
        assertThat(ofChild(childLog(event(10, 1, 10, 1), event(30, 3, 20, 2), event(10, 1, 10, 1)), parent))
                .isEqualTo(tokens(20, 2, 1));
    }

    @Test
    void a_forks_total_gains_on_its_parents() throws IOException {
        var parent = log(totalOnly(10, 1));
        assertThat(ofChild(childLog(totalOnly(10, 1), totalOnly(30, 3)), parent))
                .isEqualTo(tokens(20, 2, 1));
    }

    @Test
    void a_subagent_that_copied_nothing_counts_all_of_its_own() throws IOException {
        var parent = log(event(10, 1, 10, 1));
        assertThat(ofChild(childLog(event(12, 1, 12, 1)), parent)).isEqualTo(tokens(12, 1, 1));
    }

    @Test
    void the_parent_stands_in_the_sessions_own_first_line() throws IOException {
        var log = childLog(
                meta(CHILD, ",\"forked_from_id\":\"" + PARENT + "\""),
                meta(PARENT, ",\"forked_from_id\":\"6e55d2b5-ac61-4138-af31-b91f8a82357f\",\"cwd\":\"/else\""));
        assertThat(log.part().facts().parent()).isEqualTo(PARENT);
        assertThat(log.part().facts().session()).isEqualTo(CHILD);
        assertThat(log.part().facts().folder()).isEqualTo("/home/dev/recount");
    }

    @Test
    void the_copied_line_of_a_parent_tells_nothing_of_the_fork() throws IOException {
        var grandparent = "6e55d2b5-ac61-4138-af31-b91f8a82357f";
        var log = childLog(meta(CHILD, ""), meta(PARENT, ",\"forked_from_id\":\"" + grandparent + "\""));
        assertThat(log.part().facts().parent()).isNull();
    }

    @Test
    void a_subagents_parent_is_the_thread_that_spawned_it() throws IOException {
        var spawn =
                ",\"source\":{\"subagent\":{\"thread_spawn\":{\"parent_thread_id\":\"" + PARENT + "\",\"depth\":1}}}";
        assertThat(childLog(meta(CHILD, spawn)).part().facts().parent()).isEqualTo(PARENT);
        assertThat(childLog(meta(CHILD, ",\"source\":\"cli\"")).part().facts().parent())
                .isNull();
    }

    @Test
    void only_events_that_count_tokens_count() throws IOException {
        var numbers = "{\"type\":\"token_count\",\"info\":{\"last_token_usage\":" + numbers(10, 1) + "}}";
        var log = log(
                line("response_item", numbers),
                line("event_msg", numbers.replace("\"token_count\"", "\"agent_message\",\"of\":\"token_count\"")),
                line("event_msg", "{\"payload\":" + numbers + "}"));
        assertThat(log.entries()).isEmpty();
    }

    @Test
    void a_broken_event_costs_itself_only() throws IOException {
        var broken = event(20, 2, 10, 1);
        var log = log(event(10, 1, 10, 1), broken.substring(0, broken.length() - 3), event(30, 3, 10, 1));
        assertThat(ReadLog.usage(CODEX, log).own()).isEqualTo(tokens(20, 2, 2));
        assertThat(log.part().badLines()).isEqualTo(1);
    }
}
