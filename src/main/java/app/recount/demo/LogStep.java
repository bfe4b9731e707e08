package app.recount.demo;

import app.recount.store.JsonFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line that a tool adds to a log; its time is only known when it is written.
 *
 * @param pause how long after the line before
 * @param log the file, as a path below the home folder
 * @param line the object of the line; a {@code timestamp} in it is filled in
 */
record LogStep(Duration pause, Path log, ObjectNode line) {

    /** The line with its end. */
    byte[] at(Instant time) {
        var written = line.deepCopy();
        if (written.has("timestamp")) {
            written.put("timestamp", JsonFile.timestamp(time));
        }
        return (written + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
