package app.recount.session;

/** Lines as Codex writes them. */
final class CodexLines {

    static final String PARENT = "e5649174-63a2-401b-a383-c398000dbea0";
    static final String CHILD = "a5852ae4-035e-4188-af39-21c1654bfeb8";

    private CodexLines() {}

    static String place(String session) {
        return "2026/06/05/rollout-2026-06-05T23-00-00-" + session + ".jsonl";
    }

    static String meta(String id, String more) {
        return line("session_meta", "{\"id\":\"" + id + "\",\"cwd\":\"/home/dev/recount\"" + more + "}");
    }

    static String model(String model) {
        return line("turn_context", "{\"cwd\":\"/home/dev/other\",\"model\":\"" + model + "\"}");
    }

    /** An event with the running total and the last call, of input and output each. */
    static String event(long totalInput, long totalOutput, long lastInput, long lastOutput) {
        return info("{\"total_token_usage\":" + numbers(totalInput, totalOutput) + ",\"last_token_usage\":"
                + numbers(lastInput, lastOutput) + "}");
    }

    static String totalOnly(long input, long output) {
        return info("{\"total_token_usage\":" + numbers(input, output) + "}");
    }

    static String info(String info) {
        return line("event_msg", "{\"type\":\"token_count\",\"info\":" + info + ",\"rate_limits\":null}");
    }

    static String numbers(long input, long output) {
        return numbers(input, 0, output, 0, input + output);
    }

    static String numbers(long input, long cached, long output, long reasoning, long total) {
        return "{\"input_tokens\":%d,\"cached_input_tokens\":%d,\"output_tokens\":%d,".formatted(input, cached, output)
                + "\"reasoning_output_tokens\":%d,\"total_tokens\":%d}".formatted(reasoning, total);
    }

    static String line(String type, String payload) {
        return "{\"timestamp\":\"2026-06-05T23:00:00.000Z\",\"type\":\"" + type + "\",\"payload\":" + payload + "}";
    }
}
