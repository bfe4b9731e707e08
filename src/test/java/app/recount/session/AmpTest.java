package app.recount.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.recount.store.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Amp's threads lie and what they count. */
class AmpTest {

    private static final AgentTool AMP = new Amp();
    private static final String ID = "0b9c02ab-2bbd-4fb7-ad45-50e68604edb8";
    private static final Path ROOT = Path.of("/home/dev/.local/share/amp/threads");

    @TempDir
    private Path root;

    private ReadLog thread(String json) throws IOException {
        return ReadLog.of(AMP, root, ReadLog.write(root, "T-" + ID + ".json", json));
    }

    private static String message(int id, int output) {
        return """
                {"role":"assistant","messageId":%d,"content":[{"type":"text","text":"{\\"usage\\":{}}"}],
                 "usage":{"model":"sonnet","inputTokens":3,"outputTokens":%d,"cacheCreationInputTokens":40,
                          "cacheReadInputTokens":500,"totalInputTokens":543,"timestamp":"2026-03-02T12:00:32.000Z"}}""".formatted(id, output);
    }

    private static String event(String id, String to, int output) {
        return """
                {"id":"%s","timestamp":"2026-03-02T12:00:32.000Z","model":"haiku","credits":0.6,
                 "tokens":{"input":3,"output":%d,"cacheCreationInputTokens":40,"cacheReadInputTokens":500},
                 "toMessageId":%s}""".formatted(id, output, to);
    }

    private static String thread(String messages, String events) {
        return "{\"v\":16,\"messages\":[" + messages + "],\"usageLedger\":{\"events\":[" + events + "]}}";
    }

    @Test
    void threads_lie_in_one_folder() {
        assertThat(AMP.roots(environment(Map.of()))).containsExactly(ROOT);
        assertThat(AMP.roots(environment(Map.of("XDG_DATA_HOME", "/data"))))
                .containsExactly(Path.of("/data/amp/threads"));
        assertThat(AMP.roots(environment(Map.of("AMP_DATA_DIR", "/amp", "XDG_DATA_HOME", "/data"))))
                .containsExactly(Path.of("/amp/threads"));
    }

    private static Environment environment(Map<String, String> variables) {
        return new Environment(variables, Path.of("/home/dev"), "linux");
    }

    @Test
    void a_threads_id_is_its_file_name_without_the_prefix() {
        assertThat(AMP.recognise(ROOT, ROOT.resolve("T-" + ID + ".json")))
                .hasValueSatisfying(name -> assertThat(name.session()).isEqualTo(ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {ID + ".json", "T-" + ID + ".json.tmp", "T-1.json", "deeper/T-" + ID + ".json"})
    void other_files_are_no_threads(String place) {
        assertThat(AMP.recognise(ROOT, ROOT.resolve(place))).isEmpty();
    }

    @Test
    void the_messages_tell_the_usage() throws IOException {
        var log = thread(thread(message(1, 10) + "," + message(3, 20), ""));
        assertThat(ReadLog.usage(AMP, log).own()).isEqualTo(new TokenCount(6, 1000, 80, 0, 30, 0, 2));
        assertThat(log.part().whole()).isTrue();
        assertThat(log.entries()).extracting(LogEntry::model).containsOnly("sonnet");
    }

    @Test
    void the_ledger_adds_only_what_no_message_carries() throws IOException {
        var messages = message(1, 10) + ",{\"messageId\":2,\"usage\":null},{\"messageId\":4}";
        var events =
                String.join(",", event("a", "1", 10), event("b", "2", 7), event("c", "4", 5), event("d", "null", 3));
        assertThat(ReadLog.usage(AMP, thread(thread(messages, events))).own().output())
                .isEqualTo(10 + 7 + 5 + 3);
    }

    @Test
    void a_ledger_before_its_messages_is_the_same() throws IOException {
        var json =
                "{\"usageLedger\":{\"events\":[%s]},\"messages\":[%s]}".formatted(event("a", "1", 10), message(1, 10));
        assertThat(ReadLog.usage(AMP, thread(json)).own().calls()).isEqualTo(1);
    }

    @Test
    void a_message_that_is_named_by_a_text_carries_its_event_too() throws IOException {
        var json = thread(message(1, 10).replace("\"messageId\":1", "\"messageId\":\"m\""), event("a", "\"m\"", 10));
        assertThat(ReadLog.usage(AMP, thread(json)).own().calls()).isEqualTo(1);
    }

    @Test
    void messages_without_a_name_are_a_call_each() throws IOException {
        var nameless = message(1, 10).replace("\"messageId\":1,", "");
        assertThat(ReadLog.usage(AMP, thread(thread(nameless + "," + nameless, "")))
                        .own()
                        .calls())
                .isEqualTo(2);
    }

    @Test
    void a_time_may_be_a_text_or_milliseconds() throws IOException {
        var millis = message(1, 10).replace("\"2026-03-02T12:00:32.000Z\"", "1772452832000");
        assertThat(ReadLog.calls(AMP, thread(thread(millis + "," + message(3, 10), ""))))
                .extracting(Call::at)
                .containsOnly(Instant.parse("2026-03-02T12:00:32Z"));
    }

    @Test
    void the_thread_tells_its_folder_and_times() throws IOException {
        var facts = thread("{\"created\":1772452027000,\"messages\":[" + message(1, 10)
                        + "],\"env\":{\"initial\":{\"trees\":[{\"uri\":\"file:///home/dev/re%20count\"},"
                        + "{\"uri\":\"file:///else\"}]}}}")
                .part()
                .facts();
        assertThat(facts.folder()).isEqualTo("/home/dev/re count");
        assertThat(facts.first()).isEqualTo(Instant.ofEpochMilli(1_772_452_027_000L));
        assertThat(facts.last()).isEqualTo(Instant.parse("2026-03-02T12:00:32Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssh://host/home", "file://host/home", "file:relative", "not a uri %", ""})
    void a_folder_of_another_machine_is_none(String uri) throws IOException {
        var log = thread("{\"env\":{\"initial\":{\"trees\":[{\"uri\":\"" + uri + "\"}]}}}");
        assertThat(log.part().facts().folder()).isNull();
    }

    @Test
    void a_broken_number_costs_its_call_only() throws IOException {
        var log = thread(thread(message(1, 10) + "," + message(3, -20), ""));
        assertThat(ReadLog.usage(AMP, log).own().output()).isEqualTo(10);
        assertThat(log.part().badLines()).isEqualTo(1);
    }

    @Test
    void bytes_that_are_no_text_in_a_thread_change_nothing() throws IOException {
        var json = thread(message(1, 10), "").replace("text\":\"{", "text\":\"\u00ff");
        var file = ReadLog.write(root, "T-" + ID + ".json", "");
        java.nio.file.Files.write(file, json.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        assertThat(ReadLog.usage(AMP, ReadLog.of(AMP, root, file)).own().output())
                .isEqualTo(10);
    }

    @Test
    void a_byte_order_mark_changes_nothing() throws IOException {
        assertThat(thread("\ufeff" + thread(message(1, 60), "")).entries()).hasSize(1);
    }

    @Test
    void a_thread_that_is_half_written_is_unknown_and_not_less() {
        var whole = thread(message(1, 10) + "," + message(3, 20), event("a", "9", 7));
        for (var length = 0; length < whole.length(); length += 13) {
            var half = whole.substring(0, length);
            assertThatThrownBy(() -> thread(half))
                    .as("%d characters", length)
                    .isInstanceOf(LogUnreadableException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{} {}", "{}x", "not json"})
    void what_is_not_one_object_is_no_thread(String json) {
        assertThatThrownBy(() -> thread(json)).isInstanceOf(LogUnreadableException.class);
    }
}
