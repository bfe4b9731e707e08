package app.recount.session;

import app.recount.store.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One coding agent: where its logs lie, how they are read, and how their lines become calls. Adding an agent is adding one
 * implementation of this and naming it in {@link AgentTools}; nothing else knows any agent by name.
 */
public interface AgentTool {

    /** The short word of the command line: {@code claude}. */
    String word();

    /** The product's name: Claude Code. */
    String label();

    /** How analysis runs name the tool: {@code claude-code}. */
    String runTool();

    /** The folders to search, whether they exist or not. */
    List<Path> roots(Environment environment);

    /** Whether this file is a log, by its place and name alone. */
    Optional<LogName> recognise(Path root, Path file);

    /** The session that the agent has noted for one of its processes, if it notes that; the note may be out of date. */
    default Optional<String> sessionOf(long process, Environment environment) {
        return Optional.empty();
    }

    /** Whether a call that stands in several sessions belongs to one of them; the index then gives each call one owner. */
    boolean sharesCalls();

    /**
     * Reads on from where the last reading ended.
     *
     * @param lines gets each usage line that is complete, in the order of the file
     * @throws LogUnreadableException if the file is no log now; what was known of it stays
     */
    LogPart read(Path file, LogName name, LogPosition from, Consumer<LogEntry> lines) throws IOException;

    /**
     * The entries of one reading without those that make no difference beside the others, whatever is read later. They need not be
     * kept; they count as repeats.
     */
    default List<LogEntry> condensed(List<LogEntry> entries) {
        return entries;
    }

    /**
     * What a session's files hold together, each call once.
     *
     * @param own the session's logs, main logs before subagents', each in the order in which they were begun
     * @param parent the logs of the session it was forked from, if known
     * @param foreign whether a call of this key belongs to another session
     */
    List<Call> calls(List<LogEntries> own, List<LogEntries> parent, Predicate<String> foreign);

    /**
     * What the place and name of a log say.
     *
     * @param session id of the session, or null if only the file's content tells (see {@link LogFacts#session()})
     * @param subagent whether it is the log of a subagent
     * @param archived whether the tool has put it away
     * @param compressed whether it is compressed with zstd
     * @param content equal for two files of which one is a copy or a compressed form of the other
     */
    record LogName(@Nullable String session, boolean subagent, boolean archived, boolean compressed, String content) {}

    /** The entries of one log. */
    record LogEntries(boolean subagent, List<LogEntry> entries) {}
}
