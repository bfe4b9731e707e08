package app.recount.session;

import app.recount.store.Environment;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A home folder with logs, and an index of them; another desk at the same home is another process. */
final class Desk implements AutoCloseable {

    static final String FIRST = "11111111-1111-4111-8111-111111111111";
    static final String SECOND = "22222222-2222-4222-8222-222222222222";
    static final String THIRD = "33333333-3333-4333-8333-333333333333";

    final Path home;
    final PaperTool paper = new PaperTool();
    final List<AgentTool> tools = List.of(paper, new ClaudeCode(), new Codex(), new Amp());
    final Environment environment;
    final RecountStore store;
    final SessionIndex index;

    Desk(Path home) {
        this(home, Map.of());
    }

    Desk(Path home, Map<String, String> variables) {
        this.home = home;
        this.environment = new Environment(variables, home, "linux");
        this.store = new RecountStore(RecountHome.at(home.resolve("recount")));
        this.index = new SessionIndex(store, tools, environment, new Texts());
    }

    Path paper(String session) {
        return home.resolve("paper/desk/" + session + ".log");
    }

    Path claude(String session) {
        return home.resolve(".claude/projects/-home-dev-x/" + session + ".jsonl");
    }

    /** Lines at the end of a file, each with its end. */
    static Path append(Path file, String... lines) {
        return appendRaw(file, String.join("\n", lines) + "\n");
    }

    static Path appendRaw(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** As if nothing had come into the file's folder for long: two files may come within one tick of the file system's clock. */
    static void age(Path file) {
        try {
            Files.setLastModifiedTime(Objects.requireNonNull(file.getParent()), FileTime.from(Instant.EPOCH));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A line of Claude Code. */
    static String answer(String session, String message, String at, int output) {
        return """
                {"type":"assistant","timestamp":"%s","sessionId":"%s","cwd":"/home/dev/x","message":{"id":"%s",\
                "model":"claude-opus-4","role":"assistant","usage":{"input_tokens":10,"output_tokens":%d}}}""".formatted(at, session, message, output);
    }

    List<AgentSession> refresh() {
        return index.refresh(Progress.NONE);
    }

    AgentSession session(String tool, String id) {
        return index.known().stream()
                .filter(each -> each.key().equals(new SessionKey(tool, id)))
                .findFirst()
                .orElseThrow();
    }

    long calls(String tool, String id) {
        return Objects.requireNonNull(session(tool, id).usage()).all().calls();
    }

    @Override
    public void close() {
        store.close();
    }
}
