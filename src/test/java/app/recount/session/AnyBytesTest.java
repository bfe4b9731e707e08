package app.recount.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.session.AgentTool.LogEntries;
import app.recount.session.AgentTool.LogName;
import app.recount.text.Texts;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import tools.jackson.core.JacksonException;

/** Whatever the bytes are, and however they arrive. */
class AnyBytesTest {

    private static final LogName CODEX_LOG = new LogName(CodexLines.PARENT, false, false, false, "rollout");

    private static final int LONGEST_LINE = 4_096;

    /** What some readings found together. */
    private record Found(List<LogEntry> entries, LogFacts facts, long usageLines, long badLines, LogPosition end) {}

    @Property(tries = 300)
    void claude_code_in_any_cut_is_what_it_is_at_once(@ForAll long seed) throws IOException {
        cutsAgree(new ClaudeCode(), memo -> new ClaudeFormat("log"), seed, AnyBytesTest::claudeLine);
    }

    @Property(tries = 300)
    void codex_in_any_cut_is_what_it_is_at_once(@ForAll long seed) throws IOException {
        cutsAgree(new Codex(), memo -> new CodexFormat(CODEX_LOG, memo), seed, AnyBytesTest::codexLine);
    }

    private static <L> void cutsAgree(
            AgentTool tool, Function<String, LineFormat<L>> format, long seed, Function<Random, byte[]> line)
            throws IOException {
        var random = new Random(seed);
        var log = log(random, line);
        var atOnce = read(format, log, List.of(log.length), LONGEST_LINE);
        var cuts = random.ints(random.nextInt(6), 0, log.length + 1)
                .sorted()
                .boxed()
                .toList();
        var inPieces = read(format, log, append(cuts, log.length), 1 + random.nextInt(300));

        assertThat(calls(tool, inPieces)).isEqualTo(calls(tool, atOnce));
        assertThat(inPieces.facts).isEqualTo(atOnce.facts);
        assertThat(inPieces.usageLines).isEqualTo(atOnce.usageLines);
        assertThat(inPieces.badLines).isEqualTo(atOnce.badLines);
        assertThat(inPieces.end).isEqualTo(atOnce.end);
    }

    @Property(tries = 300)
    void damage_to_one_line_changes_no_other(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        var damaged = random.nextInt(5);
        var log = new ByteArrayOutputStream();
        for (var i = 0; i < 5; i++) {
            var line = ClaudeLines.answer(name(i), 10 + i).getBytes(StandardCharsets.UTF_8);
            log.writeBytes(i == damaged ? damage(random, line) : line);
            log.write('\n');
        }
        var found = read(memo -> new ClaudeFormat("log"), log.toByteArray(), List.of(log.size()), 64);
        for (var i = 0; i < 5; i++) {
            var name = name(i);
            if (i != damaged) {
                assertThat(found.entries)
                        .filteredOn(entry -> entry.key().equals(name))
                        .hasSize(1);
            }
        }
    }

    @Property(tries = 300)
    void a_log_that_was_cut_off_holds_what_was_complete(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        var log = String.join(
                "\n", ClaudeLines.answer("a", 1), ClaudeLines.answer("b", 2), ClaudeLines.answer("c", 3), "");
        var end = random.nextInt(log.length() + 1);
        var whole = log.substring(0, end);
        var found = read(memo -> new ClaudeFormat("log"), whole.getBytes(StandardCharsets.UTF_8), List.of(end), 64);
        var complete = whole.lines().filter(line -> line.endsWith("Z\"}")).count();
        assertThat(found.entries).hasSize((int) complete);
        assertThat(found.badLines).isZero();
    }

    @Property(tries = 500)
    void random_bytes_are_no_harm(@ForAll @Size(max = 2_000) byte[] bytes) throws IOException {
        for (Function<String, LineFormat<?>> format : List.<Function<String, LineFormat<?>>>of(
                memo -> new ClaudeFormat("log"), memo -> new CodexFormat(CODEX_LOG, memo))) {
            assertThat(read(format::apply, bytes, List.of(bytes.length), 64).entries)
                    .isEmpty();
        }
        try (var in = new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            assertThat(LogJson.object(in, AmpThread::of).entries()).isEmpty();
        } catch (JacksonException e) {
            assertThat(e).isNotNull(); // told as a thread that cannot be read
        }
    }

    @Property(tries = 300)
    void damaged_compression_is_read_or_given_up(@ForAll long seed) throws IOException {
        var random = new Random(seed);
        var compressed = new ByteArrayOutputStream();
        try (var out = new ZstdOutputStream(compressed)) {
            out.write(log(random, AnyBytesTest::codexLine));
        }
        var damaged = damage(random, compressed.toByteArray());
        try (var in = new ZstdLog(new ByteArrayInputStream(damaged), damaged.length)) {
            new LineLog<>(new CodexFormat(CODEX_LOG, ""), entry -> {}).read(in);
        } catch (LogUnreadableException e) {
            assertThat(new Texts().say(e.reason())).startsWith("It ");
        }
    }

    private static <L> Found read(Function<String, LineFormat<L>> format, byte[] log, List<Integer> ends, int blockSize)
            throws IOException {
        var entries = new ArrayList<LogEntry>();
        var facts = LogFacts.NONE;
        var at = LogPosition.START;
        var open = List.<LogEntry>of();
        var repeats = 0L;
        var badLines = 0L;
        for (var end : ends) {
            var from = (int) at.offset();
            var in = new ByteArrayInputStream(log, from, end - from);
            var part = new LineLog<>(format.apply(at.memo()), entries::add)
                    .read(new LineBlocks(in, from, within(log, from), blockSize, LONGEST_LINE), false);
            facts = facts.then(part.facts());
            open = part.open();
            repeats += part.repeats();
            badLines += part.badLines();
            at = part.next();
        }
        var usageLines = entries.size() + repeats;
        entries.addAll(open);
        return new Found(entries, facts, usageLines, badLines, at);
    }

    private static boolean within(byte[] log, int from) {
        return from > 0 && log[from - 1] != '\n';
    }

    private static List<Call> calls(AgentTool tool, Found found) {
        return tool.calls(List.of(new LogEntries(false, found.entries)), List.of(), key -> false);
    }

    private static byte[] log(Random random, Function<Random, byte[]> line) {
        var log = new ByteArrayOutputStream();
        for (var i = random.nextInt(20); i >= 0; i--) {
            log.writeBytes(line.apply(random));
            log.writeBytes((random.nextInt(9) == 0 ? "\r\n" : "\n").getBytes(StandardCharsets.UTF_8));
        }
        var last = line.apply(random);
        log.write(last, 0, random.nextInt(last.length + 1));
        return log.toByteArray();
    }

    private static byte[] claudeLine(Random random) {
        var time = "2026-06-01T10:00:%02dZ".formatted(random.nextInt(60));
        var line = switch (random.nextInt(4)) {
            case 0 -> ClaudeLines.user(time);
            case 1 -> ClaudeLines.sidechain(name(random.nextInt(6)), random.nextInt(5));
            default -> ClaudeLines.answer(name(random.nextInt(6)), random.nextInt(5), time);
        };
        return perhapsOdd(random, line);
    }

    private static byte[] codexLine(Random random) {
        var total = 10 * (1 + random.nextInt(8));
        var line = switch (random.nextInt(5)) {
            case 0 -> CodexLines.meta(CodexLines.PARENT, "");
            case 1 -> CodexLines.model("model-" + random.nextInt(3));
            case 2 -> CodexLines.totalOnly(total, 1);
            default -> CodexLines.event(total, 1, 10, 1);
        };
        return perhapsOdd(random, line);
    }

    /** Never so that a beginning of the line is a whole line with other times. */
    private static byte[] perhapsOdd(Random random, String line) {
        return switch (random.nextInt(8)) {
            case 0 -> damage(random, "nothing \"usage\" \"token_count\" here".getBytes(StandardCharsets.UTF_8));
            case 1 -> ("[" + line + "]").getBytes(StandardCharsets.UTF_8);
            case 2 ->
                ("{\"x\":\"" + "y".repeat(random.nextInt(2 * LONGEST_LINE)) + "\"}").getBytes(StandardCharsets.UTF_8);
            case 3 -> line.replace("\"type\"", "\"x\":\"\u00ff\",\"type\"").getBytes(StandardCharsets.ISO_8859_1);
            default -> line.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] damage(Random random, byte[] line) {
        var damaged = random.nextBoolean() ? line.clone() : Arrays.copyOf(line, random.nextInt(line.length));
        for (var i = random.nextInt(1, 5); i > 0 && damaged.length > 0; i--) {
            var value = (byte) random.nextInt(256);
            damaged[random.nextInt(damaged.length)] = value == '\n' ? 0 : value;
        }
        return damaged;
    }

    private static String name(int number) {
        return "msg_" + String.valueOf((char) ('a' + number)).repeat(12);
    }

    private static List<Integer> append(List<Integer> cuts, int end) {
        var all = new ArrayList<>(cuts);
        all.add(end);
        return all;
    }
}
