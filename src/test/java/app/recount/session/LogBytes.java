package app.recount.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.session.AgentTool.LogEntries;
import app.recount.session.AgentTool.LogName;
import app.recount.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/** Any bytes as a log: what must be true of every one. */
final class LogBytes {

    private static final LogName CODEX_LOG = new LogName(CodexLines.PARENT, false, false, false, "rollout");

    private static final int BLOCK = 64;

    private static final int LONGEST_LINE = 1_024;

    private LogBytes() {}

    static void claude(byte[] bytes) throws IOException {
        read(new ClaudeCode(), memo -> new ClaudeFormat("log"), bytes);
    }

    static void codex(byte[] bytes) throws IOException {
        read(new Codex(), memo -> new CodexFormat(CODEX_LOG, memo), bytes);
    }

    static void amp(byte[] bytes) {
        try (var in = new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            var thread = LogJson.object(in, AmpThread::of);
            sane(new Amp().calls(List.of(new LogEntries(false, thread.entries())), List.of(), key -> false));
        } catch (JacksonException e) {
            assertThat(e).isNotNull(); // told as a thread that cannot be read
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static void zstd(byte[] bytes) throws IOException {
        try (var in = new ZstdLog(new ByteArrayInputStream(bytes), bytes.length)) {
            new LineLog<>(new CodexFormat(CODEX_LOG, ""), entry -> {}).read(in);
        } catch (LogUnreadableException e) {
            assertThat(new Texts().say(e.reason())).startsWith("It ");
        }
    }

    /** Read at once or in two pieces, it is the same log. */
    private static <L> void read(AgentTool tool, Function<String, LineFormat<L>> format, byte[] bytes)
            throws IOException {
        var atOnce = new Reading<>(format, bytes);
        atOnce.readTo(bytes.length);
        sane(atOnce.calls(tool));
        var inPieces = new Reading<>(format, bytes);
        inPieces.readTo(bytes.length / 2);
        inPieces.readTo(bytes.length);

        assertThat(inPieces.lines).isEqualTo(atOnce.lines);
        assertThat(inPieces.badLines).isEqualTo(atOnce.badLines);
        assertThat(inPieces.at).isEqualTo(atOnce.at);
        assertThat(inPieces.calls(tool)).isEqualTo(atOnce.calls(tool));
    }

    private static void sane(List<Call> calls) {
        var usage = Usage.of(calls);
        for (var tokens : List.of(usage.own(), usage.subagents(), usage.all())) {
            assertThat(List.of(
                            tokens.input(), tokens.cacheRead(), tokens.cacheWrite(), tokens.output(), tokens.calls()))
                    .allMatch(number -> number >= 0);
        }
        assertThat(usage.byModel().values().stream()
                        .mapToLong(TokenCount::total)
                        .sum())
                .isLessThanOrEqualTo(usage.all().total());
    }

    /** Some readings of one log, each going on where the one before ended. */
    private static final class Reading<L> {

        private final Function<String, LineFormat<L>> format;
        private final byte[] log;
        private final List<LogEntry> entries = new ArrayList<>();
        private List<LogEntry> open = List.of();
        private LogPosition at = LogPosition.START;
        private long lines;
        private long badLines;

        Reading(Function<String, LineFormat<L>> format, byte[] log) {
            this.format = format;
            this.log = log;
        }

        void readTo(int end) throws IOException {
            var from = (int) at.offset();
            var before = entries.size();
            var blocks = new LineBlocks(
                    new ByteArrayInputStream(log, from, end - from),
                    from,
                    from > 0 && log[from - 1] != '\n',
                    BLOCK,
                    LONGEST_LINE);
            var part = new LineLog<>(format.apply(at.memo()), entries::add).read(blocks, false);
            lines += entries.size() - before + part.repeats();
            badLines += part.badLines();
            open = part.open();
            at = part.next();
        }

        List<Call> calls(AgentTool tool) {
            var all = new ArrayList<>(entries);
            all.addAll(open);
            return tool.calls(List.of(new LogEntries(false, all)), List.of(), key -> false);
        }
    }
}
