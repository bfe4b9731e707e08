/** Runs as YAML, Markdown, JSON and CSV, and back from YAML. */
@NullMarked
package app.recount.report;

import org.jspecify.annotations.NullMarked;
