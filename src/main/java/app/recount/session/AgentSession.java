package app.recount.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session as the index knows it at one moment.
 *
 * @param path its main log; for several files of one session the one that was written last
 * @param folder the folder the agent worked in, as the log says, or null
 * @param lastActivity the newest timestamp of a line, else the file's modification time
 * @param lastCall the newest timestamp of a call, or null
 * @param startedAt the oldest timestamp of a line, or null
 * @param model of the newest call, or null
 * @param usage the last good counts, or null if there never were any
 * @param unreadable why its files cannot be read as a session now, or null if they can: then {@code usage} is right
 * @param parent the session this one was forked from, or null
 * @param log what is known of its files
 */
public record AgentSession(
        SessionKey key,
        String toolLabel,
        String path,
        @Nullable String folder,
        Instant lastActivity,
        @Nullable Instant lastCall,
        @Nullable Instant startedAt,
        @Nullable String model,
        @Nullable Usage usage,
        @Nullable String unreadable,
        @Nullable String parent,
        LogState log) {

    /** A session is active while its last call is not older than this. */
    public static final Duration ACTIVE = Duration.ofMinutes(10);

    /**
     * The files behind a session.
     *
     * @param logs how many main logs
     * @param subagentLogs how many logs of subagents
     * @param bytes of all of them together
     * @param readTo how many of these bytes were read
     * @param repeats lines that repeat a call that was counted already
     * @param badLines lines that looked like usage and could not be read
     * @param gone whether all files were deleted; the counts stay
     * @param archived whether the tool has put the session away (archive, compression)
     * @param fingerprint changes whenever what was read of the files changes
     */
    public record LogState(
            int logs,
            int subagentLogs,
            long bytes,
            long readTo,
            long repeats,
            long badLines,
            boolean gone,
            boolean archived,
            String fingerprint) {}

    /** The folder's last name; empty if no folder is known. */
    public String project() {
        if (folder == null) {
            return "";
        }
        var trimmed = folder.replaceAll("[/\\\\]+$", "");
        return trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\')) + 1);
    }

    public boolean active(Instant now) {
        return lastCall != null && !lastCall.isBefore(now.minus(ACTIVE));
    }

    /** Session and subagents together; empty if there never were good counts. */
    public Optional<Long> tokensSoFar() {
        return Optional.ofNullable(usage).map(used -> used.all().total());
    }
}
