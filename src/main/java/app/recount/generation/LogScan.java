package app.recount.generation;

import app.recount.memory.DayWindow;
import app.recount.store.Progress;
import app.recount.text.Wording;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipException;

/**
 * Goes through claude-mem's logs. A usage line is known again by its text, and by its number among equal lines of one file: a copy that a
 * rotation made, or the same file read later, tells nothing new.
 */
final class LogScan {

    private static final int IDENTITY_BYTES = 16;

    private final ZoneId zone;
    private final Progress progress;
    private final Map<String, Leftover> found = new LinkedHashMap<>();
    private final MessageDigest sha256 = sha256();
    private int files;
    private long lines;
    private long usageLines;
    private long broken;
    private long skipped;
    private int doubtful;
    private int unreadable;

    LogScan(ZoneId zone, Progress progress) {
        this.zone = zone;
        this.progress = progress;
    }

    /** Reads all of them, each once. */
    void read(List<LogFile> logs) throws IOException {
        for (var log : logs) {
            progress.report(Wording.of("step.log", log.path().getFileName().toString()), (double) files / logs.size());
            files++;
            try (var in = log.open()) {
                read(log, new LogLines(in));
            } catch (EOFException | ZipException e) {
                unreadable++; // a compressed log that is cut off or damaged: what came before counts
            }
        }
    }

    private void read(LogFile log, LogLines text) throws IOException {
        var clock = new LogClock(zone);
        var times = new HashMap<String, Integer>();
        var first = Optional.<LocalDate>empty();
        for (var line = text.next(); line.isPresent(); line = text.next()) {
            if (++lines % 10_000 == 0 && progress.isCancelled()) {
                throw new CancellationException("nobody wants the logs any more");
            }
            var local = LogLine.time(line.get());
            if (local.isEmpty()) {
                continue; // goes on with the line above
            }
            var day = DayWindow.utcDay(clock.instant(local.get()));
            if (first.isEmpty()) {
                first = Optional.of(day);
            }
            switch (LogLine.usage(line.get())) {
                case LogLine.Usage.Told told -> keep(told, day, line.get(), times);
                case LogLine.Usage.Broken _ -> broken++;
                case LogLine.Usage.None _ -> {}
            }
        }
        skipped += clock.skipped();
        doubtful += first.filter(day -> contradicts(log, day)).isPresent() ? 1 : 0;
    }

    /** The name says on which UTC day the first line was written, so another day means another zone. */
    private static boolean contradicts(LogFile log, LocalDate first) {
        return log.rotated() ? first.isBefore(log.startDay()) : !first.equals(log.startDay());
    }

    private void keep(LogLine.Usage.Told told, LocalDate day, String line, Map<String, Integer> times) {
        usageLines++;
        var digest = digest(line);
        int time = times.merge(digest, 1, Integer::sum);
        var identity = digest + "/" + time;
        var provider = told.origin() == LeftoverOrigin.OPENROUTER_LOG ? "openrouter" : "claude";
        found.putIfAbsent(
                identity,
                new Leftover(identity, day, told.origin(), told.model(), Optional.of(provider), told.figures()));
    }

    private String digest(String line) {
        var bytes = sha256.digest(line.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(bytes, IDENTITY_BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    List<Leftover> leftovers() {
        return List.copyOf(found.values());
    }

    ImportReport.Logs report() {
        return new ImportReport.Logs(files, lines, usageLines, broken, skipped, doubtful, unreadable);
    }
}
