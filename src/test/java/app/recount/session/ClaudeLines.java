package app.recount.session;

/** Lines as Claude Code writes them. */
final class ClaudeLines {

    static final String SESSION = "c30f252b-3717-4b17-a1ff-5fe6b9721b73";

    private static final String HEAD =
            "{\"parentUuid\":null,\"isSidechain\":%s,\"cwd\":\"/home/dev/recount\",\"sessionId\":\"" + SESSION + "\",";

    private ClaudeLines() {}

    static String user(String time) {
        return HEAD.formatted(false) + "\"type\":\"user\",\"message\":{\"role\":\"user\",\"content\":\"go on\"},"
                + "\"uuid\":\"u\",\"timestamp\":\"" + time + "\"}";
    }

    static String answer(String id, long output) {
        return answer(id, output, "2026-06-01T10:00:00.000Z");
    }

    static String answer(String id, long output, String time) {
        return line(false, id, "{\"input_tokens\":3,\"output_tokens\":" + output + "}", time);
    }

    static String sidechain(String id, long output) {
        return line(true, id, "{\"input_tokens\":3,\"output_tokens\":" + output + "}", "2026-06-01T10:00:00.000Z");
    }

    static String using(String usage) {
        return line(false, "msg_1", usage, "2026-06-01T10:00:00.000Z");
    }

    private static String line(boolean sidechain, String id, String usage, String time) {
        return HEAD.formatted(sidechain)
                + "\"message\":{\"model\":\"claude-opus-4-6\",\"id\":\"" + id
                + "\",\"type\":\"message\",\"role\":\"assistant\","
                + "\"content\":[{\"type\":\"text\",\"text\":\"{\\\"usage\\\":{\\\"input_tokens\\\":9}}\"},"
                + "{\"type\":\"tool_use\",\"input\":{\"id\":null}}],\"usage\":" + usage + "},\"requestId\":\"req_1\","
                + "\"type\":\"assistant\",\"uuid\":\"2c1bd805-e54e-4083-a9c9-86d749f77126\",\"timestamp\":\"" + time
                + "\"}";
    }
}
