package app.recount.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** A home folder with agents' logs, of which most bytes are what tools gave. */
final class SessionLogs {

    private static final long SEED = 20_260_601;
    static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");

    private final Path home;
    private final Chance chance = new Chance(SEED);
    private final Babble babble = new Babble(chance);
    private Instant start = FIRST;

    SessionLogs(Path home) {
        this.home = home;
    }

    /** Until there are so many bytes. */
    void write(long bytes) throws IOException {
        for (long written = 0; written < bytes; ) {
            start = start.plus(Duration.ofMinutes(chance.between(5, 240)));
            written += chance.of(0.8) ? claude() : codex();
        }
    }

    private long claude() throws IOException {
        var session = chance.uuid().toString();
        var folder = home.resolve(".claude/projects/-home-dev-project-" + chance.between(1, 20));
        var written = new ClaudeLog(chance, babble, session, false)
                .write(folder.resolve(session + ".jsonl"), start, chance.skewed(40));
        for (int agents = chance.of(0.3) ? chance.between(1, 5) : 0; agents > 0; agents--) {
            var file = folder.resolve(session).resolve("subagents").resolve("agent-a" + chance.letters(16) + ".jsonl");
            written += new ClaudeLog(chance, babble, session, true).write(file, start, chance.skewed(15));
        }
        return written;
    }

    private long codex() throws IOException {
        var session = chance.uuid().toString();
        var time = start.atOffset(ZoneOffset.UTC);
        var file = home.resolve(
                ".codex/sessions/%tY/%<tm/%<td/rollout-%<tFT%<tH-%<tM-%<tS-%s.jsonl".formatted(time, session));
        return new CodexLog(chance, babble, session).write(file, start, chance.skewed(60));
    }
}
