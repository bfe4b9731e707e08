package app.recount.cli;

/**
 * A word that an option takes as its value, and what it means.
 *
 * @param word as it is written
 * @param meaning one sentence
 */
record Term(String word, String meaning) {}
