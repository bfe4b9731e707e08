package app.recount.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** A session of Codex: what tools gave, reasoning that cannot be read, and after each answer the counters. */
final class CodexLog {

    private final Chance chance;
    private final Babble babble;
    private final String session;
    private final long[] total = new long[4];
    private int context;

    CodexLog(Chance chance, Babble babble, String session) {
        this.chance = chance;
        this.babble = babble;
        this.session = session;
        this.context = chance.between(6_000, 9_000);
    }

    long write(Path file, Instant start, int calls) throws IOException {
        try (var log = new LogWriter(file, start, chance)) {
            line(
                    log,
                    "session_meta",
                    "\"id\":\"%s\",\"cwd\":\"/home/dev/project\",\"originator\":\"codex_cli_rs\",\"cli_version\":\"0.146.0\",\"source\":\"cli\",\"base_instructions\":{\"text\":\"%s\"}"
                            .formatted(session, babble.text(14_000)));
            for (int call = 0; call < calls; call++) {
                if (call % 12 == 0) {
                    line(
                            log,
                            "turn_context",
                            "\"cwd\":\"/home/dev/project\",\"approval_policy\":\"on-request\",\"model\":\"gpt-5.2-codex\",\"effort\":\"medium\"");
                    line(
                            log,
                            "event_msg",
                            "\"type\":\"user_message\",\"message\":\"%s\"".formatted(babble.text(chance.skewed(400))));
                }
                line(
                        log,
                        "response_item",
                        "\"type\":\"reasoning\",\"summary\":[],\"content\":null,\"encrypted_content\":\"%s\""
                                .formatted(chance.letters(chance.skewed(1_000))));
                var id = "call_" + chance.letters(24);
                line(
                        log,
                        "response_item",
                        "\"type\":\"function_call\",\"name\":\"shell\",\"arguments\":\"{\\\"command\\\":[\\\"bash\\\",\\\"-lc\\\",\\\"%s\\\"]}\",\"call_id\":\"%s\""
                                .formatted(chance.letters(80), id));
                line(
                        log,
                        "response_item",
                        "\"type\":\"function_call_output\",\"call_id\":\"%s\",\"output\":\"%s\""
                                .formatted(id, babble.text(chance.skewed(4_000))));
                counters(log);
            }
            return log.written();
        }
    }

    private void counters(LogWriter log) throws IOException {
        long written = chance.skewed(300);
        long[] last = {context, context - 800, written, written / 3};
        context += (int) written + chance.skewed(900);
        for (int n = 0; n < total.length; n++) {
            total[n] += last[n];
        }
        line(log, "event_msg", """
                "type":"token_count","info":{"total_token_usage":%s,"last_token_usage":%s,"model_context_window":258400},\
                "rate_limits":{"primary":{"used_percent":12.0,"window_minutes":300,"resets_at":1780000000},"secondary":null,"credits":null,"plan_type":null}""".formatted(numbers(total), numbers(last)));
    }

    private static String numbers(long[] tokens) {
        return "{\"input_tokens\":%d,\"cached_input_tokens\":%d,\"output_tokens\":%d,\"reasoning_output_tokens\":%d,\"total_tokens\":%d}"
                .formatted(tokens[0], tokens[1], tokens[2], tokens[3], tokens[0] + tokens[2]);
    }

    private static void line(LogWriter log, String type, String payload) throws IOException {
        log.line("{\"timestamp\":\"" + log.nextTime() + "\",\"type\":\"" + type + "\",\"payload\":{" + payload + "}}");
    }
}
