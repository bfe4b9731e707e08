package app.recount.memory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is to be explained.
 *
 * @param day empty for every day that has an event
 * @param key empty for every key that a day has; {@link Explanation#FIRST_ACTIVE_DATE} is about no day of its own
 */
public record Question(Optional<LocalDate> day, Optional<String> key) {}
