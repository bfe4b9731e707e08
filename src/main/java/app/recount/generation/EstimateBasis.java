package app.recount.generation;

import java.time.LocalDate;

/**
 * Which prices an estimate was made with.
 *
 * @param date the day of the prices
 * @param source where they come from, for people
 */
public record EstimateBasis(LocalDate date, String source) {}
