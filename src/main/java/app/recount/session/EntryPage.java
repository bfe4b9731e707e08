package app.recount.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a log that are kept together, as texts: a row for each would make a first look slow.
 *
 * @param first the number of its first entry
 * @param size how many there are
 * @param calls their keys, as {@link TextArray} writes them
 * @param models the models that they name, likewise
 * @param entries a line for each: which model, the time in microseconds, whether a subagent asked, its usage, its counter; {@code -} is
 *     none
 */
record EntryPage(long first, int size, String calls, String models, String entries) {

    private static final char NEXT = ' ';
    private static final char END = '\n';
    private static final char NEXT_COUNT = ',';
    private static final String NONE = "-";

    static EntryPage of(long first, List<LogEntry> entries) {
        var calls = new ArrayList<String>(entries.size());
        var models = new LinkedHashMap<String, Integer>();
        var text = new StringBuilder(64 * entries.size());
        for (var entry : entries) {
            calls.add(entry.key());
            write(text, model(entry, models));
            write(text.append(NEXT), StoredTime.micros(entry.at()));
            text.append(NEXT).append(entry.subagent() ? '1' : '0');
            write(text.append(NEXT), entry.usage());
            write(text.append(NEXT), entry.counter());
            text.append(END);
        }
        return new EntryPage(
                first, entries.size(), TextArray.write(calls), TextArray.write(models.keySet()), text.toString());
    }

    private static @Nullable Long model(LogEntry entry, Map<String, Integer> models) {
        if (entry.model() == null) {
            return null;
        }
        var known = models.putIfAbsent(entry.model(), models.size());
        return (long) (known == null ? models.size() - 1 : known);
    }

    private static void write(StringBuilder text, @Nullable Long number) {
        if (number == null) {
            text.append(NONE);
        } else {
            text.append(number.longValue());
        }
    }

    private static void write(StringBuilder text, @Nullable TokenCount tokens) {
        if (tokens == null) {
            text.append(NONE);
        } else {
            tokens.write(text, NEXT_COUNT);
        }
    }

    /** Fails with a {@link RuntimeException} if this is no page that was written here. */
    List<LogEntry> read() {
        var keys = TextArray.read(calls);
        var names = TextArray.read(models);
        var reading = new Reading(entries);
        var read = new ArrayList<LogEntry>(keys.size());
        for (var key : keys) {
            var model = reading.number(NEXT);
            var at = reading.number(NEXT);
            read.add(new LogEntry(
                    key,
                    at == null ? null : StoredTime.instant(at),
                    model == null ? null : names.get((int) Objects.checkIndex(model, (long) names.size())),
                    reading.some(NEXT) == 1,
                    reading.tokens(NEXT),
                    reading.tokens(END)));
        }
        if (read.size() != size || reading.at != entries.length()) {
            throw new IllegalArgumentException("a page of other entries than it says");
        }
        return read;
    }

    private static final class Reading {

        private final String text;
        private int at;

        Reading(String text) {
            this.text = text;
        }

        private boolean isNone(char end) {
            if (!text.startsWith(NONE + end, at)) {
                return false;
            }
            at += NONE.length() + 1;
            return true;
        }

        @Nullable
        Long number(char end) {
            return isNone(end) ? null : some(end);
        }

        long some(char end) {
            var next = text.indexOf(end, at);
            var number = Long.parseLong(text, at, next, 10);
            at = next + 1;
            return number;
        }

        @Nullable
        TokenCount tokens(char end) {
            return isNone(end)
                    ? null
                    : new TokenCount(
                            some(NEXT_COUNT),
                            some(NEXT_COUNT),
                            some(NEXT_COUNT),
                            some(NEXT_COUNT),
                            some(NEXT_COUNT),
                            some(NEXT_COUNT),
                            some(end));
        }
    }
}
