package app.recount.session;

import java.util.List;

/**
 * What one line of a log says.
 *
 * @param facts with the line's own timestamp as first and last
 */
record LogLine(LogFacts facts, List<LogEntry> entries) {}
