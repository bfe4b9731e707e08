package app.recount.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a log of lines: looks for marks in the bytes, parses only the lines that have one, and lets the parsed line decide.
 *
 * @param <L> the fields of a line
 */
final class LineLog<L> {

    private final LineFormat<L> format;
    private final Consumer<LogEntry> lines;
    private final LineParser parser = new LineParser();
    private final LineTimes times = new LineTimes(parser);
    private LogFacts facts = LogFacts.NONE;
    private long repeats;
    private long badLines;

    LineLog(LineFormat<L> format, Consumer<LogEntry> lines) {
        this.format = format;
        this.lines = lines;
    }

    /** Reads a log on from {@code offset}, where an earlier reading ended. */
    LogPart readOn(Path file, long offset) throws IOException {
        try (var channel = LogFile.open(file)) {
            var within = LogFile.isWithinLine(channel, offset);
            return read(new LineBlocks(LogFile.rest(channel, offset), offset, within), false);
        }
    }

    /** Reads the whole log out of a stream. */
    LogPart read(InputStream in) throws IOException {
        return read(new LineBlocks(in, 0), true);
    }

    LogPart read(LineBlocks blocks, boolean whole) throws IOException {
        for (var block = blocks.next(); block != null; block = blocks.next()) {
            readLines(block);
            times.look(block);
        }
        var rest = blocks.rest();
        var memo = format.memo();
        var open = readOpen(rest);
        return new LogPart(
                whole,
                open,
                facts.then(times.facts()),
                new LogPosition(rest.offset(), memo),
                repeats,
                badLines + blocks.leftOut());
    }

    private void readLines(LineBlock block) {
        var usage = new MarkSearch(block, format.usageMarks());
        var told = new MarkSearch(block, factsKnown() ? List.of() : format.factMarks());
        var at = Math.min(usage.next(0), told.next(0));
        while (at < block.length()) {
            var start = block.startOfLine(at);
            var end = block.endOfLine(at);
            readLine(block, start, end, usage.next(start) < end);
            if (factsKnown()) {
                told = new MarkSearch(block, List.of());
            }
            at = Math.min(usage.next(end), told.next(end));
        }
    }

    private boolean factsKnown() {
        return facts.session() != null && facts.folder() != null;
    }

    private void readLine(LineBlock block, int start, int end, boolean looksLikeUsage) {
        var parsed = parse(block, start, end);
        if (parsed.isEmpty()) {
            badLines += looksLikeUsage ? 1 : 0;
            return;
        }
        var line = format.take(parsed.get(), block.offset() + start);
        take(line.facts());
        for (var entry : line.entries()) {
            if (format.repeats(entry)) {
                repeats++;
            } else {
                lines.accept(entry);
            }
        }
    }

    /** The last line counts already if it is complete but for its end. */
    private List<LogEntry> readOpen(LineBlock rest) {
        if (rest.isEmpty()) {
            return List.of();
        }
        var parsed = parse(rest, 0, rest.length());
        if (parsed.isEmpty()) {
            return List.of();
        }
        var line = format.take(parsed.get(), rest.offset());
        take(line.facts());
        return line.entries().stream().filter(entry -> !format.repeats(entry)).toList();
    }

    private Optional<L> parse(LineBlock block, int start, int end) {
        return parser.object(block.bytes(), start, end, format::parse);
    }

    private void take(LogFacts said) {
        facts = facts.then(said);
        times.take(said);
    }
}
