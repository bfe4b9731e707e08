package app.recount.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The oldest and the newest timestamp of any line. What looks like a timestamp in the bytes may stand deep inside a line, so the line
 * decides; but only lines that could move one of the two ends are parsed, the most promising first, which are few.
 */
final class LineTimes {

    static final Mark MARK = Mark.quoted("timestamp");

    /** More than any timestamp needs. */
    private static final int LONGEST = 40;

    private final LineParser parser;
    private @Nullable Instant first;
    private @Nullable Instant last;

    LineTimes(LineParser parser) {
        this.parser = parser;
    }

    LogFacts facts() {
        return new LogFacts(null, null, null, first, last);
    }

    /** Takes the timestamp of a line that was parsed anyway. */
    void take(LogFacts line) {
        if (line.first() != null) {
            take(line.first());
        }
    }

    /** Looks at the other lines of a block, in which marks were found. */
    void look(LineBlock block, Sightings found) {
        var promising = promising(block, found.of(List.of(MARK)));
        promising.sort(Comparator.comparing(line -> line.oldest));
        for (var line : promising) {
            if (!isOlder(line.oldest)) {
                break;
            }
            take(line, block);
        }
        promising.sort(Comparator.comparing((Line line) -> line.newest).reversed());
        for (var line : promising) {
            if (!isNewer(line.newest)) {
                break;
            }
            take(line, block);
        }
    }

    private List<Line> promising(LineBlock block, Sightings.Search stamps) {
        var promising = new ArrayList<Line>();
        for (var at = stamps.next(0); at < block.length(); at = stamps.next(at + 1)) {
            var time = timeBehind(block, at + MARK.length());
            if (time != null && (isOlder(time) || isNewer(time))) {
                if (promising.isEmpty() || promising.getLast().end <= at) {
                    promising.add(new Line(block.startOfLine(at), block.endOfLine(at), time));
                } else {
                    promising.getLast().add(time);
                }
            }
        }
        return promising;
    }

    /** Whatever is no text that follows a colon, is no timestamp for the line's parser either. */
    private static @Nullable Instant timeBehind(LineBlock block, int position) {
        var bytes = block.bytes();
        var start = skip(' ', block, skip(':', block, skip(' ', block, position)));
        var from = skip('"', block, start);
        if (from != start + 1) {
            return null;
        }
        var to = EightBytes.next((byte) '"', bytes, from, Math.min(block.length(), from + LONGEST));
        return LogTime.of(bytes, from, to);
    }

    private static int skip(char character, LineBlock block, int from) {
        var at = from;
        while (at < block.length() && block.bytes()[at] == character) {
            at++;
        }
        return at;
    }

    private void take(Line line, LineBlock block) {
        if (!line.parsed) {
            line.parsed = true;
            parser.object(block.bytes(), line.start, line.end, Stamp::of).ifPresent(this::take);
        }
    }

    private static final class Stamp {

        private static final LineJson.Field<Stamp> FIELDS = Stamp::read;

        private @Nullable Instant time;

        static LogFacts of(LineJson json) {
            var stamp = new Stamp();
            json.fields(stamp, FIELDS);
            return new LogFacts(null, null, null, stamp.time, stamp.time);
        }

        private void read(String name, LineJson json) {
            if (name.equals("timestamp")) {
                time = json.time();
            } else {
                json.skip();
            }
        }
    }

    private void take(Instant time) {
        first = isOlder(time) ? time : first;
        last = isNewer(time) ? time : last;
    }

    private boolean isOlder(Instant time) {
        return first == null || time.isBefore(first);
    }

    private boolean isNewer(Instant time) {
        return last == null || time.isAfter(last);
    }

    /** A line with what looks like timestamps in it, however many: it is parsed once at most. */
    private static final class Line {

        private final int start;
        private final int end;
        private Instant oldest;
        private Instant newest;
        private boolean parsed;

        Line(int start, int end, Instant time) {
            this.start = start;
            this.end = end;
            this.oldest = time;
            this.newest = time;
        }

        void add(Instant time) {
            oldest = time.isBefore(oldest) ? time : oldest;
            newest = time.isAfter(newest) ? time : newest;
        }
    }
}
