package app.recount.session;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The timestamps of logs: {@code 2026-06-01T19:00:13.730Z}, or with an offset instead of {@code Z}. Without a zone a time says
 * nothing, so that it is none; rubbish is none either.
 */
final class LogTime {

    /** Years 1973 to 5138 in milliseconds: anything else is no time of ours, but perhaps seconds. */
    private static final long EARLIEST_MILLIS = 100_000_000_000L;

    private static final long LATEST_MILLIS = 100_000_000_000_000L;

    private LogTime() {}

    static @Nullable Instant of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    static @Nullable Instant ofMillis(long millis) {
        return millis >= EARLIEST_MILLIS && millis < LATEST_MILLIS ? Instant.ofEpochMilli(millis) : null;
    }

    /** Reads the bytes {@code [from, to)}. */
    static @Nullable Instant of(byte[] text, int from, int to) {
        var reading = new Reading(text, from, to);
        try {
            var instant = reading.instant();
            return reading.at == to ? instant : null;
        } catch (DateTimeException e) {
            return null; // a month 13 or a text that stops short: no time, as the caller was promised
        }
    }

    private static final class Reading {

        private final byte[] text;
        private final int to;
        private int at;

        Reading(byte[] text, int from, int to) {
            this.text = text;
            this.at = from;
            this.to = to;
        }

        Instant instant() {
            var year = digits(4);
            expect("-");
            var month = digits(2);
            expect("-");
            var day = digits(2);
            expect("Tt ");
            var hour = digits(2);
            expect(":");
            var minute = digits(2);
            expect(":");
            var second = digits(2);
            if (hour > 23 || minute > 59 || second > 60) {
                throw none();
            }
            var nanos = fraction();
            var days = LocalDate.of(year, month, day).toEpochDay();
            return Instant.ofEpochSecond(days * 86_400 + (hour * 60 + minute) * 60L + second - offset(), nanos);
        }

        /** Up to nanoseconds; what is finer is left away. */
        private int fraction() {
            if (at >= to || text[at] != '.') {
                return 0;
            }
            at++;
            var nanos = digits(1);
            var places = 1;
            while (at < to && isDigit(text[at])) {
                var digit = digits(1);
                if (places < 9) {
                    nanos = nanos * 10 + digit;
                    places++;
                }
            }
            for (; places < 9; places++) {
                nanos *= 10;
            }
            return nanos;
        }

        private int offset() {
            var sign = next();
            if (sign == 'Z' || sign == 'z') {
                return 0;
            }
            if (sign != '+' && sign != '-') {
                throw none();
            }
            var seconds = digits(2) * 3_600;
            if (at < to) {
                if (text[at] == ':') {
                    at++;
                }
                seconds += digits(2) * 60;
            }
            return sign == '-' ? -seconds : seconds;
        }

        private int digits(int count) {
            var value = 0;
            for (var i = 0; i < count; i++) {
                var digit = next();
                if (!isDigit(digit)) {
                    throw none();
                }
                value = value * 10 + (digit - '0');
            }
            return value;
        }

        private void expect(String oneOf) {
            if (oneOf.indexOf(next()) < 0) {
                throw none();
            }
        }

        private char next() {
            if (at >= to) {
                throw none();
            }
            return (char) text[at++];
        }

        private static boolean isDigit(int character) {
            return character >= '0' && character <= '9';
        }

        private static DateTimeException none() {
            return new DateTimeException("no time");
        }
    }
}
