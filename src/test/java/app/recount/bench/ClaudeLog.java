package app.recount.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** A session of Claude Code: answers in one to three lines, each with the usage so far, and what tools gave, which is told twice. */
final class ClaudeLog {

    private final Chance chance;
    private final Babble babble;
    private final String head;
    private final boolean subagent;
    private String last = "null";
    private int context;

    ClaudeLog(Chance chance, Babble babble, String session, boolean subagent) {
        this.chance = chance;
        this.babble = babble;
        this.subagent = subagent;
        this.context = chance.between(12_000, 20_000);
        this.head =
                ",\"isSidechain\":%s,\"userType\":\"external\",\"cwd\":\"/home/dev/project\",\"sessionId\":\"%s\",\"version\":\"2.1.138\",\"gitBranch\":\"main\",%s"
                        .formatted(subagent, session, subagent ? "\"agentId\":\"a" + chance.letters(16) + "\"," : "");
    }

    long write(Path file, Instant start, int calls) throws IOException {
        try (var log = new LogWriter(file, start, chance)) {
            if (!subagent) {
                log.line(
                        "{\"type\":\"file-history-snapshot\",\"messageId\":\"%s\",\"snapshot\":{\"trackedFileBackups\":{},\"timestamp\":\"%s\"},\"isSnapshotUpdate\":false}"
                                .formatted(chance.uuid(), log.nextTime()));
            }
            for (int call = 0; call < calls; call++) {
                if (call % 12 == 0) {
                    line(
                            log,
                            "\"type\":\"user\",\"message\":{\"role\":\"user\",\"content\":\"%s\"}"
                                    .formatted(babble.text(chance.skewed(400))));
                }
                answer(log);
                toolResult(log);
            }
            return log.written();
        }
    }

    private void answer(LogWriter log) throws IOException {
        var id = "msg_01" + chance.letters(22);
        var request = "req_011" + chance.letters(21);
        int written = chance.skewed(250);
        int cached = chance.skewed(900);
        int blocks = chance.between(1, 3);
        for (int block = 1; block <= blocks; block++) {
            var content = block == blocks ? toolUse() : chance.of(0.5) ? text() : thinking();
            line(log, """
                    "message":{"model":"claude-opus-4-5-20251101","id":"%s","type":"message","role":"assistant","content":[%s],\
                    "stop_reason":%s,"stop_sequence":null,"usage":{"input_tokens":%d,"cache_creation_input_tokens":%d,\
                    "cache_read_input_tokens":%d,"cache_creation":{"ephemeral_5m_input_tokens":%d,"ephemeral_1h_input_tokens":0},\
                    "output_tokens":%d,"service_tier":"standard"}},"requestId":"%s","type":"assistant\"""".formatted(
                            id,
                            content,
                            block == blocks ? "\"tool_use\"" : "null",
                            chance.between(1, 12),
                            cached,
                            context,
                            cached,
                            Math.max(1, written * block / blocks),
                            request));
        }
        context += cached;
    }

    private String toolUse() {
        return "{\"type\":\"tool_use\",\"id\":\"toolu_01%s\",\"name\":\"%s\",\"input\":{\"command\":\"%s\",\"description\":\"Look\"}}"
                .formatted(
                        chance.letters(22),
                        chance.oneOf("Bash", "Read", "Edit", "Grep"),
                        babble.text(chance.skewed(300)));
    }

    private String text() {
        return "{\"type\":\"text\",\"text\":\"%s\"}".formatted(babble.text(chance.skewed(300)));
    }

    private String thinking() {
        return "{\"type\":\"thinking\",\"thinking\":\"%s\",\"signature\":\"%s\"}"
                .formatted(babble.text(chance.skewed(300)), chance.letters(chance.skewed(600)));
    }

    private void toolResult(LogWriter log) throws IOException {
        var output = babble.text(chance.skewed(3_000));
        line(log, """
                "type":"user","message":{"role":"user","content":[{"tool_use_id":"toolu_01%s","type":"tool_result","content":"%s","is_error":false}]},\
                "toolUseResult":{"stdout":"%s","stderr":"","interrupted":false,"isImage":false}""".formatted(chance.letters(22), output, output));
    }

    private void line(LogWriter log, String middle) throws IOException {
        var own = '"' + chance.uuid().toString() + '"';
        log.line("{\"parentUuid\":" + last + head + middle + ",\"uuid\":" + own + ",\"timestamp\":\"" + log.nextTime()
                + "\"}");
        last = own;
    }
}
