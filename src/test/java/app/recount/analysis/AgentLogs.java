package app.recount.analysis;

import app.recount.store.Environment;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;

/** Writes logs as the agents do, below an invented home folder. */
final class AgentLogs {

    private final Path home;
    private int messages;

    AgentLogs(Path home) {
        this.home = home;
    }

    Environment environment() {
        return new Environment(Map.of(), home, "linux");
    }

    static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    Path claude(int number) {
        return home.resolve(".claude/projects/-code/%s.jsonl".formatted(id(number)));
    }

    Path claudeSubagent(int number) {
        return home.resolve(".claude/projects/-code/%s/subagents/agent-a1.jsonl".formatted(id(number)));
    }

    Path codex(int number, String time) {
        return home.resolve(".codex/sessions/2026/05/20/rollout-%s-%s.jsonl".formatted(time, id(number)));
    }

    Path amp(int number) {
        return home.resolve(".local/share/amp/threads/T-%s.json".formatted(id(number)));
    }

    /** A call of its own, in one line. */
    String claudeLine(int session, Instant at, long input, long output) {
        messages++;
        return """
                {"type":"assistant","timestamp":"%s","sessionId":"%s","uuid":"u%d","isSidechain":false,"cwd":"/code",\
                "message":{"id":"msg_%d","model":"claude-sonnet-4-5-20250929","usage":{"input_tokens":%d,"output_tokens":%d,\
                "cache_creation_input_tokens":0,"cache_read_input_tokens":0}}}
                """.formatted(at, id(session), messages, messages, input, output);
    }

    static String codexHead(int session, Instant at, String more) {
        return """
                {"timestamp":"%s","type":"session_meta","payload":{"id":"%s"%s,"cwd":"/code"}}
                {"timestamp":"%s","type":"turn_context","payload":{"model":"gpt-5-codex"}}
                """.formatted(at, id(session), more, at);
    }

    static String codexLine(Instant at, long totalBefore, long input, long output) {
        return """
                {"timestamp":"%s","type":"event_msg","payload":{"type":"token_count","info":{"total_token_usage":\
                {"input_tokens":%d,"cached_input_tokens":0,"output_tokens":0,"reasoning_output_tokens":0,"total_tokens":%d},\
                "last_token_usage":{"input_tokens":%d,"cached_input_tokens":0,"output_tokens":%d,\
                "reasoning_output_tokens":0,"total_tokens":%d}}}}
                """.formatted(
                        at, totalBefore + input + output, totalBefore + input + output, input, output, input + output);
    }

    static String ampThread(int session, Instant at, long input, long output) {
        return """
                {"id":"T-%s","messages":[{"role":"assistant","messageId":1,"usage":{"model":"claude-sonnet-4-5",\
                "inputTokens":%d,"outputTokens":%d,"cacheCreationInputTokens":0,"cacheReadInputTokens":0,\
                "totalInputTokens":%d,"timestamp":"%s"}}]}
                """.formatted(id(session), input, output, input, at);
    }

    static void append(Path log, String text) throws IOException {
        Files.createDirectories(log.getParent());
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static void write(Path log, String text) throws IOException {
        Files.createDirectories(log.getParent());
        Files.writeString(log, text);
    }

    static void compress(Path log) throws IOException {
        try (var zstd = new ZstdOutputStream(Files.newOutputStream(log.resolveSibling(log.getFileName() + ".zst")))) {
            zstd.write(Files.readAllBytes(log));
        }
        Files.delete(log);
    }
}
