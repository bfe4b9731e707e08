package app.recount.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** A session log that grows call by call, in the place and form in which its tool writes it. */
public final class LogFixture {

    private final Path file;
    private final String session;
    private final String folder;
    private final boolean codex;
    private long calls;
    private long counted;

    private LogFixture(Path file, String session, String folder, boolean codex) throws IOException {
        this.file = file;
        this.session = session;
        this.folder = folder.replace("\u001b", "\\u001b"); // as JSON writes it
        this.codex = codex;
        Files.createDirectories(file.getParent());
    }

    /** A session of Claude Code that works in this folder; nothing is written before the first call. */
    public static LogFixture claude(Path userHome, String session, String folder) throws IOException {
        var project = folder.replaceAll("[^A-Za-z0-9]", "-");
        return new LogFixture(
                userHome.resolve(".claude/projects").resolve(project).resolve(session + ".jsonl"),
                session,
                folder,
                false);
    }

    /** A thread of Codex. */
    public static LogFixture codex(Path userHome, String session, String folder) throws IOException {
        var log = new LogFixture(
                userHome.resolve(".codex/sessions/2026/06/01/rollout-2026-06-01T09-00-00-" + session + ".jsonl"),
                session,
                folder,
                true);
        log.append("""
                {"timestamp":"2026-06-01T09:00:00Z","type":"session_meta","payload":{"id":"%s","cwd":"%s"}}
                {"timestamp":"2026-06-01T09:00:00Z","type":"turn_context","payload":{"model":"gpt-5.2-codex","cwd":"%s"}}
                """.formatted(session, folder, folder));
        return log;
    }

    public Path file() {
        return file;
    }

    public String session() {
        return session;
    }

    /** One more answer of the model: so many tokens in (a tenth of them read from the cache), so many out. */
    public LogFixture call(String at, long in, long out) throws IOException {
        return call(Instant.parse(at), in, out);
    }

    public LogFixture call(Instant at, long in, long out) throws IOException {
        calls++;
        counted += in + out;
        append(codex ? codexLine(at, in, out) : claudeLine(at, in, out));
        return this;
    }

    private String claudeLine(Instant at, long in, long out) {
        return """
                {"type":"assistant","timestamp":"%s","sessionId":"%s","cwd":"%s","uuid":"%s-%d","message":{"id":"msg_%s_%d",\
                "model":"claude-opus-4-5","role":"assistant","content":[{"type":"text","text":"…"}],"usage":{"input_tokens":%d,\
                "cache_creation_input_tokens":0,"cache_read_input_tokens":%d,"output_tokens":%d}}}
                """.formatted(at, session, folder, session, calls, session, calls, in - in / 10, in / 10, out);
    }

    private String codexLine(Instant at, long in, long out) {
        return """
                {"timestamp":"%s","type":"event_msg","payload":{"type":"token_count","info":{"total_token_usage":\
                {"input_tokens":%d,"cached_input_tokens":0,"output_tokens":0,"reasoning_output_tokens":0,"total_tokens":%d},\
                "last_token_usage":{"input_tokens":%d,"cached_input_tokens":%d,"output_tokens":%d,\
                "reasoning_output_tokens":0,"total_tokens":%d}}}}
                """.formatted(at, counted, counted, in, in / 10, out, in + out);
    }

    /** Whatever somebody writes at its end. */
    public void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
