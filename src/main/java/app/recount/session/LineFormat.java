package app.recount.session;

import java.util.List;

/**
 * How one tool writes its lines. Made anew for each reading, because it may remember what earlier lines of the reading said.
 *
 * @param <L> the fields that matter of one line
 */
interface LineFormat<L> {

    /** One of them stands in every line that says something about usage. */
    List<Mark> usageMarks();

    /** One of them stands in every line that names the session or its folder; looked for until both are known. */
    List<Mark> factMarks();

    /** Reads the object on which the parser stands, and remembers nothing, since the line may still turn out to be broken. */
    L parse(LineJson json);

    /** Takes a line into account that is whole; lines come in the order of the log. */
    LogLine take(L line, long offset);

    /** Whether an earlier line of this reading says as much of the same call; asked once for each entry, in order. */
    boolean repeats(LogEntry entry);

    /** What a later reading wants to know. */
    String memo();
}
