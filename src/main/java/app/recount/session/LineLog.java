package app.recount.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a log of lines: looks for marks in the bytes, parses only the lines that have one, and lets the parsed line decide.
 *
 * @param <L> the fields of a line
 */
final class LineLog<L> {

    private final LineFormat<L> format;
    private final Marks marks;
    private final Consumer<LogEntry> lines;
    private final LineParser parser = new LineParser();
    private final LineTimes times = new LineTimes(parser);
    private final Function<LineJson, L> reader;
    private LogFacts facts = LogFacts.NONE;
    private long repeats;
    private long badLines;

    LineLog(LineFormat<L> format, Consumer<LogEntry> lines) {
        this.format = format;
        this.marks = new Marks(Stream.of(format.usageMarks(), format.factMarks(), List.of(LineTimes.MARK))
                .flatMap(List::stream)
                .toList());
        this.reader = format::parse;
        this.lines = lines;
    }

    /** Reads a log on from {@code offset}, where an earlier reading ended. */
    LogPart readOn(Path file, long offset) throws IOException {
        try (var channel = LogFile.open(file)) {
            var within = LogFile.isWithinLine(channel, offset);
            try (var blocks = new LineBlocks(LogFile.rest(channel, offset), offset, within)) {
                var part = read(blocks, false);
                return part.with(FilePrint.of(channel, part.next().offset()));
            }
        }
    }

    /** Reads the whole log out of a stream. */
    LogPart read(InputStream in) throws IOException {
        try (var blocks = new LineBlocks(in, 0)) {
            return read(blocks, true);
        }
    }

    LogPart read(LineBlocks blocks, boolean whole) throws IOException {
        for (var block = blocks.next(); block != null; block = blocks.next()) {
            var found = marks.in(block);
            readLines(block, found);
            times.look(block, found);
        }
        var rest = blocks.rest();
        var memo = format.memo();
        var open = readOpen(rest);
        return new LogPart(
                whole,
                open,
                facts.then(times.facts()),
                new LogPosition(rest.offset(), memo),
                FilePrint.NONE,
                repeats,
                badLines + blocks.leftOut());
    }

    private void readLines(LineBlock block, Sightings found) {
        var usage = found.of(format.usageMarks());
        var told = found.of(format.factMarks());
        var at = next(usage, told, 0);
        while (at < block.length()) {
            var start = block.startOfLine(at);
            var end = block.endOfLine(at);
            readLine(block, start, end, usage.next(start) < end);
            at = next(usage, told, end);
        }
    }

    private int next(Sightings.Search usage, Sightings.Search told, int from) {
        return factsKnown() ? usage.next(from) : Math.min(usage.next(from), told.next(from));
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
        return parser.object(block.bytes(), start, end, reader);
    }

    private void take(LogFacts said) {
        facts = facts.then(said);
        times.take(said);
    }
}
