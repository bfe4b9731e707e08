package app.recount.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * The oldest and the newest timestamp of any line. What looks like a timestamp in the bytes may stand deep inside a line, so the line
 * decides; but only lines that could move one of the two ends are parsed, the most promising first, which are few.
 */
final class LineTimes {

    private static final String MARK = "\"timestamp\"";

    private final LogJson json;
    private @Nullable Instant first;
    private @Nullable Instant last;

    LineTimes(LogJson json) {
        this.json = json;
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

    /** Looks at the other lines of a block. */
    void look(LineBlock block) {
        var promising = promising(block);
        promising.sort(Comparator.comparing(Seen::time));
        for (var seen : promising) {
            if (!isOlder(seen.time)) {
                break;
            }
            takeLineOf(seen, block);
        }
        for (var seen : promising.reversed()) {
            if (!isNewer(seen.time)) {
                break;
            }
            takeLineOf(seen, block);
        }
    }

    private List<Seen> promising(LineBlock block) {
        var promising = new ArrayList<Seen>();
        var text = block.text();
        for (var at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + MARK.length())) {
            var time = timeBehind(text, at + MARK.length());
            if (time != null && (isOlder(time) || isNewer(time))) {
                promising.add(new Seen(time, at));
            }
        }
        return promising;
    }

    private static @Nullable Instant timeBehind(String text, int position) {
        var colon = skipSpace(text, position);
        if (colon == text.length() || text.charAt(colon) != ':') {
            return null;
        }
        var quote = skipSpace(text, colon + 1);
        if (quote == text.length() || text.charAt(quote) != '"') {
            return null;
        }
        var end = text.indexOf('"', quote + 1, Math.min(text.length(), quote + 42));
        return end < 0 ? null : LogTime.of(text, quote + 1, end);
    }

    private static int skipSpace(String text, int from) {
        var at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private void takeLineOf(Seen seen, LineBlock block) {
        var time =
                json.object(block.bytes(), block.startOfLine(seen.position), block.endOfLine(seen.position), Stamp::of);
        time.ifPresent(this::take);
    }

    private static final class Stamp {

        private @Nullable Instant time;

        static LogFacts of(JsonParser json) {
            var stamp = new Stamp();
            LogJson.fields(json, stamp::read);
            return new LogFacts(null, null, null, stamp.time, stamp.time);
        }

        private void read(String name, JsonParser json) {
            if (name.equals("timestamp")) {
                time = LogJson.time(json);
            } else {
                json.skipChildren();
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

    private record Seen(Instant time, int position) {}
}
