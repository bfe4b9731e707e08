package app.recount.session;

import static app.recount.session.ClaudeLines.SESSION;
import static app.recount.session.ClaudeLines.answer;
import static app.recount.session.ClaudeLines.sidechain;
import static app.recount.session.ClaudeLines.user;
import static app.recount.session.ClaudeLines.using;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lines of Claude Code count, and what they do not. */
class ClaudeCodeTest {

    private static final AgentTool CLAUDE = new ClaudeCode();

    @TempDir
    private Path root;

    private ReadLog log(String... lines) throws IOException {
        return ReadLog.of(CLAUDE, root, "project/" + SESSION + ".jsonl", lines);
    }

    private ReadLog subagentLog(String... lines) throws IOException {
        return ReadLog.of(CLAUDE, root, "project/" + SESSION + "/subagents/agent-1.jsonl", lines);
    }

    private TokenCount own(String... lines) throws IOException {
        return ReadLog.usage(CLAUDE, log(lines)).own();
    }

    @Test
    void an_answer_counts_once_however_many_lines_repeat_it() throws IOException {
        var log = log(answer("msg_1", 50), answer("msg_1", 50), answer("msg_1", 50));
        assertThat(ReadLog.usage(CLAUDE, log).own()).isEqualTo(new TokenCount(3, 0, 0, 0, 50, 0, 1));
        assertThat(log.entries()).hasSize(1);
        assertThat(log.part().repeats()).isEqualTo(2);
    }

    @Test
    void the_largest_total_of_an_answer_counts_wherever_it_stands() throws IOException {
        assertThat(own(answer("msg_1", 1), answer("msg_1", 700), answer("msg_1", 20))
                        .output())
                .isEqualTo(700);
    }

    @Test
    void of_equal_lines_the_first_one_tells_the_time() throws IOException {
        var calls = ReadLog.calls(
                CLAUDE, log(answer("msg_1", 5, "2026-06-01T10:00:00Z"), answer("msg_1", 5, "2026-06-01T11:00:00Z")));
        assertThat(calls).extracting(Call::at).containsExactly(Instant.parse("2026-06-01T10:00:00Z"));
    }

    @Test
    void an_answer_that_grew_has_the_time_of_its_largest_line() throws IOException {
        var calls = ReadLog.calls(
                CLAUDE, log(answer("msg_1", 5, "2026-06-01T10:00:00Z"), answer("msg_1", 6, "2026-06-01T11:00:00Z")));
        assertThat(calls).extracting(Call::at).containsExactly(Instant.parse("2026-06-01T11:00:00Z"));
    }

    @Test
    void without_a_message_id_the_uuid_of_the_line_names_the_call() throws IOException {
        var line = "{\"uuid\":\"%s\",\"message\":{\"id\":null,\"usage\":{\"output_tokens\":7}}}";
        var usage = own(line.formatted("a"), line.formatted("a"), line.formatted("b"));
        assertThat(usage.output()).isEqualTo(14);
    }

    @Test
    void without_any_name_each_line_is_a_call_also_in_two_files() throws IOException {
        var line = "{\"message\":{\"usage\":{\"output_tokens\":7}}}";
        assertThat(ReadLog.usage(CLAUDE, log(line, line), subagentLog(line))
                        .all()
                        .calls())
                .isEqualTo(3);
    }

    @Test
    void a_request_id_may_be_missing() throws IOException {
        assertThat(own(answer("msg_1", 5).replace("\"requestId\":\"req_1\",", ""))
                        .calls())
                .isEqualTo(1);
    }

    @Test
    void cache_writes_without_a_split_live_five_minutes() throws IOException {
        assertThat(own(using("{\"cache_creation_input_tokens\":900,\"cache_read_input_tokens\":40}")))
                .isEqualTo(new TokenCount(0, 40, 900, 0, 0, 0, 1));
    }

    @Test
    void cache_writes_that_live_an_hour_stand_apart() throws IOException {
        var split = "{\"cache_creation_input_tokens\":900,"
                + "\"cache_creation\":{\"ephemeral_5m_input_tokens\":1,\"ephemeral_1h_input_tokens\":600}}";
        assertThat(own(using(split))).isEqualTo(new TokenCount(0, 0, 300, 600, 0, 0, 1));
    }

    @Test
    void no_more_is_written_for_an_hour_than_is_written_at_all() throws IOException {
        var split = "{\"cache_creation\":{\"ephemeral_1h_input_tokens\":600},\"cache_creation_input_tokens\":500}";
        assertThat(own(using(split))).isEqualTo(new TokenCount(0, 0, 0, 500, 0, 0, 1));
    }

    @Test
    void a_sidechains_own_answers_are_the_subagents() throws IOException {
        var usage = ReadLog.usage(CLAUDE, log(answer("msg_1", 5), sidechain("msg_2", 70)));
        assertThat(usage.own().output()).isEqualTo(5);
        assertThat(usage.subagents().output()).isEqualTo(70);
    }

    @Test
    void a_replay_in_a_sidechain_counts_nothing_even_if_it_says_more() throws IOException {
        for (var log : List.of(
                log(answer("msg_1", 5), sidechain("msg_1", 900)), log(sidechain("msg_1", 900), answer("msg_1", 5)))) {
            var usage = ReadLog.usage(CLAUDE, log);
            assertThat(usage.own().output()).isEqualTo(5);
            assertThat(usage.subagents()).isEqualTo(TokenCount.ZERO);
        }
    }

    @Test
    void everything_in_a_subagents_log_is_the_subagents_but_what_the_session_said_itself() throws IOException {
        var usage =
                ReadLog.usage(CLAUDE, log(answer("msg_1", 5)), subagentLog(answer("msg_1", 900), answer("msg_2", 70)));
        assertThat(usage.own().output()).isEqualTo(5);
        assertThat(usage.subagents().output()).isEqualTo(70);
    }

    @Test
    void calls_of_another_session_are_left_out() throws IOException {
        var log = log(answer("msg_1", 5), answer("msg_2", 70));
        assertThat(CLAUDE.calls(List.of(log.all()), List.of(), "msg_1"::equals))
                .singleElement()
                .satisfies(call -> assertThat(call.tokens().output()).isEqualTo(70));
    }

    @Test
    void an_advisers_tokens_are_extra_and_its_model_is_its_own() throws IOException {
        var iterations = "{\"input_tokens\":3,\"output_tokens\":5,\"iterations\":["
                + "{\"type\":\"message\",\"input_tokens\":3,\"output_tokens\":5},"
                + "{\"type\":\"advisor_message\",\"model\":\"adviser\",\"input_tokens\":100,\"output_tokens\":20},"
                + "{\"type\":\"advisor_message\",\"model\":\"adviser\",\"input_tokens\":200,\"output_tokens\":30}]}";
        var usage = ReadLog.usage(CLAUDE, log(using(iterations), using(iterations)));
        assertThat(usage.own()).isEqualTo(new TokenCount(3, 0, 0, 0, 5, 0, 1));
        assertThat(usage.subagents()).isEqualTo(new TokenCount(300, 0, 0, 0, 50, 0, 2));
        assertThat(usage.byModel()).containsOnlyKeys("adviser", "claude-opus-4-6");
    }

    @Test
    void an_advisers_call_belongs_to_whom_the_answer_belongs() throws IOException {
        var keys = log(using(
                        "{\"output_tokens\":5,\"iterations\":[{\"type\":\"advisor_message\",\"output_tokens\":20}]}"))
                .entries();
        assertThat(keys)
                .extracting(LogEntry::key)
                .allSatisfy(key -> assertThat(key).startsWith("msg_1"));
    }

    @Test
    void usage_of_tool_results_and_of_nested_progress_is_no_usage() throws IOException {
        var log = log(
                "{\"type\":\"user\",\"message\":{\"role\":\"user\"},\"toolUseResult\":{\"usage\":{\"output_tokens\":7}}}",
                "{\"type\":\"progress\",\"data\":{\"message\":{\"message\":{\"id\":\"m\",\"usage\":{\"output_tokens\":7}}}}}",
                "{\"type\":\"progress\",\"data\":" + answer("msg_9", 7) + "}");
        assertThat(log.entries()).isEmpty();
        assertThat(log.part().badLines()).isZero();
    }

    @Test
    void no_usage_and_made_up_answers_are_no_calls() throws IOException {
        var log = log(
                using("null"),
                using("{}"),
                using("{\"input_tokens\":0,\"output_tokens\":0}").replace("claude-opus-4-6", "<synthetic>"),
                "{\"type\":\"assistant\",\"message\":null,\"usage\":{\"output_tokens\":7}}",
                "{\"type\":\"assistant\",\"message\":\"usage\",\"usage\":\"usage\"}");
        assertThat(log.entries()).isEmpty();
        assertThat(log.part().badLines()).isZero();
    }

    @Test
    void spaces_around_the_colon_change_nothing() throws IOException {
        assertThat(own("{ \"message\" : { \"id\" : \"m\", \"usage\" : { \"output_tokens\" : 7 } } }")
                        .output())
                .isEqualTo(7);
    }

    @Test
    void a_call_without_a_time_counts_in_the_total() throws IOException {
        var calls = ReadLog.calls(CLAUDE, log(answer("msg_1", 5, "not a time")));
        assertThat(calls)
                .singleElement()
                .satisfies(call -> assertThat(call.at()).isNull());
    }

    @Test
    void a_number_that_cannot_be_makes_its_line_bad_and_no_other() throws IOException {
        var log = log(
                using("{\"output_tokens\":-1}"),
                using("{\"output_tokens\":\"7\"}"),
                using("{\"output_tokens\":1.5}"),
                using("{\"output_tokens\":9223372036854775808}"),
                using("{\"output_tokens\":1000000000000001}"),
                using("{\"output_tokens\":[7]}"),
                using("{\"output_tokens\":7,\"input_tokens\":null}"));
        assertThat(ReadLog.usage(CLAUDE, log).own()).isEqualTo(new TokenCount(0, 0, 0, 0, 7, 0, 1));
        assertThat(log.part().badLines()).isEqualTo(6);
    }

    @Test
    void the_log_tells_its_session_and_first_folder() throws IOException {
        var moved = user("2026-06-01T10:00:00Z").replace("/home/dev/recount", "/home/dev/other");
        var facts = log("{\"type\":\"summary\"}", user("2026-06-01T10:00:00Z"), moved)
                .part()
                .facts();
        assertThat(facts.session()).isEqualTo(SESSION);
        assertThat(facts.folder()).isEqualTo("/home/dev/recount");
        assertThat(facts.parent()).isNull();
    }

    @Test
    void the_times_of_all_lines_count_but_none_that_stands_deeper() throws IOException {
        var nested = "{\"snapshot\":{\"timestamp\":\"%s\"},\"data\":[{\"timestamp\":\"%<s\"}]}";
        var facts = log(
                        user("2026-06-01T10:00:00Z"),
                        nested.formatted("2020-01-01T00:00:00Z"),
                        user("2026-06-01T09:00:00.5Z"),
                        answer("msg_1", 5, "2026-06-01T11:00:00Z"),
                        nested.formatted("2030-01-01T00:00:00Z"),
                        user("2026-06-01T13:00:00+01:00"),
                        "{\"timestamp\":\"rubbish\"}",
                        "{\"timestamp\":\"2031-01-01T00:00:00Z\"")
                .part()
                .facts();
        assertThat(facts.first()).isEqualTo(Instant.parse("2026-06-01T09:00:00.5Z"));
        assertThat(facts.last()).isEqualTo(Instant.parse("2026-06-01T12:00:00Z"));
    }

    @Test
    void nothing_of_a_long_text_is_kept_in_a_name() throws IOException {
        var text = "x".repeat(5_000);
        var log = log("{\"cwd\":\"" + text + "\",\"message\":{\"id\":\"" + text + "\",\"model\":\"" + text
                + "\",\"usage\":{\"output_tokens\":7}}}");
        assertThat(log.toString()).doesNotContain("xxx");
        assertThat(ReadLog.usage(CLAUDE, log).own().output()).isEqualTo(7);
    }
}
