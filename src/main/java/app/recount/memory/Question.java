package app.recount.memory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is to be explained.
 *
 * @param day empty only for what is about no day of its own: {@link Explanation#FIRST_ACTIVE_DATE}
 * @param key empty for every key that the day has
 */
public record Question(Optional<LocalDate> day, Optional<String> key) {}
