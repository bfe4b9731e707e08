package app.recount.session;

import app.recount.session.AgentTool.LogName;
import org.jspecify.annotations.Nullable;

/**
 * A log as the index remembers it.
 *
 * @param stamp another one at every change of this row: tells whether another process was faster
 * @param path where it was last
 * @param session row of its session, or null if no session is known
 * @param state what the stat said before it was read
 * @param content what was read of it
 * @param settled for so many of its entries it is known whose calls they are
 * @param wasRead whether it ever could be read
 * @param unreadable why it could not be read last time, or null
 */
record KnownLog(
        long id,
        long stamp,
        String tool,
        String path,
        LogName name,
        @Nullable Long session,
        FileState state,
        ReadContent content,
        long settled,
        boolean wasRead,
        boolean gone,
        @Nullable String unreadable) {

    /**
     * What was read of a log.
     *
     * @param print of the bytes before the position
     * @param generation the same as long as entries are only added
     * @param entries how many complete lines gave
     * @param openEntries how many a last line without an end gave; they are read again
     * @param repeats lines that the reader left out, because they told nothing new
     */
    record ReadContent(
            LogPosition position,
            FilePrint print,
            LogFacts facts,
            long generation,
            long entries,
            long openEntries,
            long repeats,
            long badLines) {

        static final ReadContent NOTHING =
                new ReadContent(LogPosition.START, FilePrint.NONE, LogFacts.NONE, 0, 0, 0, 0, 0);
    }

    boolean isSettled() {
        return settled >= content.entries() + content.openEntries();
    }

    /** How far the file was read, of the bytes on the disk. */
    long readTo() {
        if (unreadable == null && name.compressed()) {
            return Math.max(0, state.size());
        }
        return Math.min(content.position().offset(), Math.max(0, state.size()));
    }
}
