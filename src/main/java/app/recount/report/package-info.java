/**
 * Runs for others to read: YAML, Markdown, JSON and CSV, and the reader of the YAML form. The field names and their order are those of
 * realitycheck's export, so that both programs read each other's files.
 */
@NullMarked
package app.recount.report;

import org.jspecify.annotations.NullMarked;
