package app.recount.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * When to try again: growing pauses with full jitter, never sooner than the server asks, and not for ever.
 *
 * @param attempts of one part, the first included
 * @param first the longest pause after the first failure; it doubles with each further one
 * @param longest a pause never grows beyond this
 * @param patience how long a server may ask to wait; who asks for more is not waited for
 * @param whole no attempt begins later than this after the first
 * @param random from 0 to 1
 */
record RetryPolicy(
        int attempts, Duration first, Duration longest, Duration patience, Duration whole, DoubleSupplier random) {

    static RetryPolicy standard() {
        return new RetryPolicy(
                5,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofMinutes(5),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * The pause before the next attempt, empty if there is to be none.
     *
     * @param failed how many attempts have failed
     * @param retryAfter the server's header
     * @param elapsed since the first attempt began
     */
    Optional<Duration> pauseAfter(int failed, Optional<String> retryAfter, Instant now, Duration elapsed) {
        var asked = retryAfter.flatMap(header -> asked(header, now)).orElse(Duration.ZERO);
        if (failed >= attempts || asked.compareTo(patience) > 0) {
            return Optional.empty();
        }
        var jittered = jittered(failed);
        var pause = jittered.compareTo(asked) > 0 ? jittered : asked;
        return Optional.of(pause).filter(chosen -> elapsed.plus(chosen).compareTo(whole) <= 0);
    }

    private Duration jittered(int failed) {
        var ceiling = first.multipliedBy(1L << Math.min(failed - 1, 20));
        var bounded = ceiling.compareTo(longest) > 0 ? longest : ceiling;
        return Duration.ofNanos((long) (bounded.toNanos() * random.getAsDouble()));
    }

    /** Seconds or a date, as HTTP has it; anything else asks for nothing. */
    private static Optional<Duration> asked(String header, Instant now) {
        var text = header.strip();
        if (text.matches("\\d+")) {
            // more digits are longer than anybody waits, and could be more than a number holds
            return Optional.of(Duration.ofSeconds(text.length() > 9 ? 1_000_000_000 : Long.parseLong(text)));
        }
        try {
            var until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, until)).filter(Duration::isPositive);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
