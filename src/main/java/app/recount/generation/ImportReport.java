package app.recount.generation;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/**
 * What was found lying around, and what of it is new.
 *
 * @param written false if this was only a look
 * @param logFolder where claude-mem's logs were looked for
 * @param transcriptFolders where observer transcripts were looked for
 * @param zone the zone that the logs' local times were taken for
 * @param leftovers usage that belongs to no turn
 */
public record ImportReport(
        boolean written,
        Path logFolder,
        List<Path> transcriptFolders,
        ZoneId zone,
        Logs logs,
        Transcripts transcripts,
        News turns,
        News leftovers) {

    public ImportReport {
        transcriptFolders = List.copyOf(transcriptFolders);
    }

    /**
     * What the logs held.
     *
     * @param broken lines about usage that cannot be understood
     * @param skippedTimes times that the zone does not have
     * @param doubtfulFiles files whose first line is not of the UTC day in their name
     * @param cutFiles compressed files that end too early
     */
    public record Logs(
            int files, long lines, long usageLines, long broken, long skippedTimes, int doubtfulFiles, int cutFiles) {}

    /**
     * What the transcripts held.
     *
     * @param matched transcripts whose session the memory database knows
     * @param calls answers of a model, each once, in however many transcripts it stands
     * @param undated calls without a time, which count nowhere
     * @param unreadable transcripts that cannot be read
     */
    public record Transcripts(int files, int matched, long calls, long undated, int unreadable) {}

    /** Of so many found, so many are new or were brought up to date. */
    public record News(long found, long changed) {}
}
