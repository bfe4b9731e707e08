package app.recount.session;

import app.recount.session.KnownLog.ReadContent;
import app.recount.store.Progress;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What one look into a file gave, to be put into the index.
 *
 * @param before what was known, or null for a new file
 * @param whole whether the entries replace those that were known
 * @param entries of complete lines
 * @param open of a last line without an end
 * @param content what is known of the file with this
 * @param unreadable why it could not be read, or null; then nothing else is new
 */
record LogReading(
        FoundLog found,
        @Nullable KnownLog before,
        FileState state,
        boolean whole,
        List<LogEntry> entries,
        List<LogEntry> open,
        ReadContent content,
        @Nullable String unreadable) {

    /**
     * Reads on if the file goes on from where the last reading ended, else reads all of it; empty if it has gone meanwhile.
     *
     * @param texts in which it is said why it cannot be read; the index keeps these words
     */
    static Optional<LogReading> of(FoundLog found, @Nullable KnownLog before, Progress progress, Texts texts) {
        try {
            var known = before != null && goesOn(found, before) ? before.content() : ReadContent.NOTHING;
            return Optional.of(read(found, before, known, progress));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (LogUnreadableException e) {
            return Optional.of(unread(found, before, found.state(), texts.say(e.reason())));
        } catch (IOException e) {
            // perhaps a matter of permissions, whose change no stat shows: tried again next time
            return Optional.of(unread(found, before, found.state().unsettled(), reason(e)));
        }
    }

    private static boolean goesOn(FoundLog found, KnownLog before) throws IOException {
        return !found.name().compressed()
                && !before.name().compressed()
                && before.content()
                        .print()
                        .fits(found.path(), before.content().position().offset());
    }

    private static LogReading read(FoundLog found, @Nullable KnownLog before, ReadContent known, Progress progress)
            throws IOException {
        var told = new ArrayList<LogEntry>();
        var part = found.tool().read(found.path(), found.name(), known.position(), entry -> {
            if (progress.isCancelled()) {
                throw new CancellationException();
            }
            told.add(entry);
        });
        var entries = found.tool().condensed(told);
        var whole = part.whole() || known.position().equals(LogPosition.START);
        var kept = whole ? ReadContent.NOTHING : known;
        var content = new ReadContent(
                part.next(),
                part.print(),
                kept.facts().then(part.facts()),
                kept.generation(),
                kept.entries() + entries.size(),
                part.open().size(),
                kept.repeats() + part.repeats() + told.size() - entries.size(),
                kept.badLines() + part.badLines());
        return new LogReading(found, before, found.state(), whole, List.copyOf(entries), part.open(), content, null);
    }

    private static LogReading unread(FoundLog found, @Nullable KnownLog before, FileState state, String reason) {
        var content = before == null ? ReadContent.NOTHING : before.content();
        return new LogReading(found, before, state, false, List.of(), List.of(), content, reason);
    }

    private static String reason(IOException failure) {
        var kind = failure.getClass().getSimpleName().replaceAll("Exception$", "");
        return failure.getMessage() == null ? kind : kind + ": " + failure.getMessage();
    }

    /** The entries of complete lines and then those of the last line. */
    List<LogEntry> all() {
        if (open.isEmpty()) {
            return entries;
        }
        var all = new ArrayList<>(entries);
        all.addAll(open);
        return all;
    }

    boolean isRead() {
        return unreadable == null;
    }

    /** Whether the index says all of this already. */
    boolean isNoNews() {
        return unreadable != null
                && before != null
                && !before.gone()
                && unreadable.equals(before.unreadable())
                && state.equals(before.state())
                && found.path().toString().equals(before.path());
    }

    /** Its session's id: the file's name decides, else what stands inside. */
    Optional<String> session() {
        return SessionId.of(
                found.name().session() == null
                        ? content.facts().session()
                        : found.name().session());
    }
}
