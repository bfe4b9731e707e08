package app.recount.bench;

import app.recount.session.AgentTools;
import app.recount.session.SessionIndex;
import app.recount.session.SessionKey;
import app.recount.store.Environment;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Map;

/** What looks take in a program that runs on, as the window does: once everything is compiled, with nothing new, with one line new. */
final class LogsInside {

    private static final int FIRST_LOOKS = 6;
    private static final int LATER_LOOKS = 30;
    private static final int LINES = 20;
    private static final long LONG_LOG = 200L << 20;

    private final Path home;
    private final Path own;
    private final Environment environment;

    private LogsInside(Path home, Path own) {
        this.home = home;
        this.own = own;
        this.environment = new Environment(Map.of("HOME", home.toString()), home, "linux");
    }

    public static void main(String[] args) throws Exception {
        var inside = new LogsInside(Path.of(args[0]), Path.of(args[1]));
        inside.firstLooks();
        inside.laterLooks();
        inside.lines();
    }

    private void firstLooks() throws Exception {
        var bytes = new ByteScan().scan(home);
        for (int n = 0; n < FIRST_LOOKS; n++) {
            var scan = Measured.of(() -> new ByteScan().scan(home));
            LogsBenchmark.clear(own);
            try (var store = new RecountStore(RecountHome.at(own))) {
                var look = Measured.of(() -> index(store).refresh(Progress.NONE));
                System.out.printf(
                        "first look no. %d of one process: %.2f s, cpu %.2f s = %.2f GB/s of cpu, %.1f times a scan%n",
                        n + 1, look.wall(), look.cpu(), bytes / look.cpu() / 1e9, look.cpu() / scan.cpu());
            }
        }
    }

    private void laterLooks() throws Exception {
        try (var store = new RecountStore(RecountHome.at(own))) {
            var index = index(store);
            var looks = new ArrayList<Measured>();
            for (int n = 0; n < LATER_LOOKS; n++) {
                looks.add(Measured.of(() -> index.refresh(Progress.NONE)));
            }
            System.out.printf(
                    "look at %d unchanged logs: %.0f ms, cpu %.0f ms (median of %d)%n",
                    files(),
                    1e3 * Rounds.median(looks, Measured::wall),
                    1e3 * Rounds.median(looks, Measured::cpu),
                    looks.size());
        }
    }

    private long files() throws IOException {
        try (var all = Files.walk(home)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    /** In a home of its own with one long log. */
    private void lines() throws Exception {
        var place = own.resolveSibling("long");
        var session = "11111111-1111-4111-8111-111111111111";
        var log = place.resolve(".claude/projects/-home-dev-long/" + session + ".jsonl");
        LogsBenchmark.clear(place);
        var chance = new Chance(1);
        var calls = (int) (LONG_LOG / 15_000);
        new ClaudeLog(chance, new Babble(chance), session, false).write(log, SessionLogs.FIRST, calls);
        var key = new SessionKey("claude", session);
        try (var store = new RecountStore(RecountHome.at(place.resolve("recount")))) {
            var index = new SessionIndex(
                    store,
                    AgentTools.known(),
                    new Environment(Map.of("HOME", place.toString()), place, "linux"),
                    new Texts());
            index.refresh(Progress.NONE);
            index.look(key);
            var looks = new ArrayList<Measured>();
            var read = new ArrayList<Long>();
            for (int n = 0; n < LINES; n++) {
                var before = index.look(key).orElseThrow();
                var line = line(session, n);
                Files.writeString(log, line, StandardOpenOption.APPEND);
                var readBefore = bytesRead();
                looks.add(Measured.of(() -> {
                    if (index.look(key).orElseThrow().equals(before)) {
                        throw new IllegalStateException("the line was not seen");
                    }
                }));
                read.add(bytesRead() - readBefore - line.length());
            }
            System.out.printf(
                    "one line of %d bytes more in a log of %d MB: %.1f ms, cpu %.1f ms, and %d bytes read besides it (median of %d)%n",
                    line(session, 0).length(),
                    Files.size(log) >> 20,
                    1e3 * Rounds.median(looks, Measured::wall),
                    1e3 * Rounds.median(looks, Measured::cpu),
                    read.stream().sorted().toList().get(LINES / 2),
                    LINES);
        }
        LogsBenchmark.clear(place);
    }

    private static String line(String session, int number) {
        return """
                {"type":"assistant","timestamp":"2026-06-01T10:00:%02dZ","sessionId":"%s","message":{"id":"msg_%d","model":"claude-opus-4-5",\
                "role":"assistant","usage":{"input_tokens":10,"output_tokens":100}}}
                """.formatted(number, session, number);
    }

    /** By all reads of this process, of files and of the database; as Linux counts them. */
    private static long bytesRead() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/io")).stream()
                .filter(line -> line.startsWith("rchar: "))
                .mapToLong(line -> Long.parseLong(line.substring("rchar: ".length())))
                .sum();
    }

    private SessionIndex index(RecountStore store) {
        return new SessionIndex(store, AgentTools.known(), environment, new Texts());
    }
}
