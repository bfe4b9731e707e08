package app.recount.session;

import java.util.List;

/**
 * What one reading found besides the entries it handed out.
 *
 * @param whole whether the entries replace all that were known of the file, instead of following them
 * @param open entries of a last line that has no end yet but is complete as it stands; they are read again next time
 * @param facts what the lines of this reading say about the session
 * @param next where the next reading begins
 * @param print of the bytes before that, by which the next reading knows whether they still stand there; {@link FilePrint#NONE} if
 *     it begins anew whenever the file has changed
 * @param repeats usage lines that were not handed out, because an earlier line of this reading says as much of the same call
 * @param badLines lines that looked like usage and could not be read
 */
public record LogPart(
        boolean whole,
        List<LogEntry> open,
        LogFacts facts,
        LogPosition next,
        FilePrint print,
        long repeats,
        long badLines) {

    public LogPart {
        open = List.copyOf(open);
    }

    LogPart with(FilePrint other) {
        return new LogPart(whole, open, facts, next, other, repeats, badLines);
    }
}
