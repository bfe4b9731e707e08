package app.recount.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Lets the time of conversations that are over pass: each line is written when its pause has ended. */
final class PastLogs {

    private final Map<Path, ByteArrayOutputStream> logs = new LinkedHashMap<>();
    private final Map<Path, Instant> written = new HashMap<>();

    /** Returns when the last line was written. */
    Instant write(List<LogStep> steps, Instant from) {
        var at = from;
        for (var step : steps) {
            at = at.plus(step.pause());
            append(step.log(), step.at(at), at);
        }
        return at;
    }

    /** A conversation that is taken up again begins with a copy of all that was said, under its own id. */
    void copy(Path from, UUID session, Path to, UUID resumed, Instant at) {
        var text = Objects.requireNonNull(logs.get(from)).toString(StandardCharsets.UTF_8);
        append(to, text.replace(session.toString(), resumed.toString()).getBytes(StandardCharsets.UTF_8), at);
    }

    List<PastLog> all() {
        return logs.entrySet().stream()
                .map(log -> new PastLog(
                        log.getKey(),
                        Objects.requireNonNull(written.get(log.getKey())),
                        log.getValue().toByteArray()))
                .toList();
    }

    private void append(Path log, byte[] bytes, Instant at) {
        logs.computeIfAbsent(log, path -> new ByteArrayOutputStream()).writeBytes(bytes);
        written.put(log, at);
    }
}
