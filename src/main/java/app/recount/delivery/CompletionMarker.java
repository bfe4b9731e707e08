package app.recount.delivery;

import app.recount.delivery.MarkerState.Kind;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.AtomicFile;
import app.recount.store.JsonFile;
import app.recount.store.SmallFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The file {@code backfill.json}, shared with claude-mem: its reading rules and its exact format. */
public final class CompletionMarker {

    /** A marker has about 200 bytes; of anything larger only the beginning is shown. */
    private static final int SHOWN = 4096;

    /** More digits, or more places behind the point, than a version has. */
    private static final int LONGEST_VERSION = 30;

    private final Path file;

    public CompletionMarker(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** What the marker means for a payload of {@code payloadVersion}. */
    public MarkerState read(int payloadVersion) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return MarkerState.ABSENT;
        }
        try {
            var bytes = SmallFile.read(file, SmallFile.SETTINGS);
            var content = Optional.of(new String(bytes, 0, Math.min(bytes.length, SHOWN), StandardCharsets.UTF_8));
            return JsonFile.parse(bytes)
                    .map(root -> interpret(root, content, payloadVersion))
                    .orElseGet(() -> new MarkerState(Kind.UNREADABLE, content, Optional.empty()));
        } catch (IOException e) {
            return new MarkerState(Kind.UNREADABLE, Optional.empty(), Optional.empty());
        }
    }

    private static MarkerState interpret(JsonNode root, Optional<String> content, int payloadVersion) {
        if (!root.isObject()) {
            return new MarkerState(Kind.OLDER, content, Optional.empty());
        }
        var version = version(root);
        boolean current = version.isPresent() && version.get().compareTo(BigDecimal.valueOf(payloadVersion)) >= 0;
        return new MarkerState(current ? Kind.CURRENT : Kind.OLDER, content, version.map(CompletionMarker::written));
    }

    /** A marker from before versions is of version 1; a version that is no number is none. */
    private static Optional<BigDecimal> version(JsonNode root) {
        var version = root.get("version");
        if (version == null) {
            return Optional.of(BigDecimal.ONE);
        }
        return version.isNumber() ? Optional.of(version.decimalValue()) : Optional.empty();
    }

    /** As people write it; a few bytes can name a number whose digits fill the memory. */
    private static String written(BigDecimal version) {
        return Math.abs((long) version.scale()) > LONGEST_VERSION ? version.toString() : version.toPlainString();
    }

    /** Whether the file says the same as this marker, whenever it was written. */
    boolean says(Marker marker) {
        try {
            return JsonFile.parse(SmallFile.read(file, SmallFile.SETTINGS))
                    .filter(root -> root.path("throughDay")
                            .asString("")
                            .equals(marker.throughDay().toString()))
                    .filter(root -> root.path("eventCount").asInt(-1) == marker.eventCount())
                    .filter(root -> root.path("installId").asString("").equals(marker.installId()))
                    .filter(root -> root.path("version").asInt(-1) == marker.version())
                    .isPresent();
        } catch (IOException e) {
            return false; // a marker that cannot be read is nobody's
        }
    }

    /** Writes the marker atomically, in claude-mem's format. */
    public void write(Marker marker) {
        var root = JsonFile.object();
        root.put("completedAt", JsonFile.timestamp(marker.completedAt()));
        root.put("throughDay", marker.throughDay().toString());
        root.put("eventCount", marker.eventCount());
        root.put("installId", marker.installId());
        root.put("version", marker.version());
        try {
            AtomicFile.write(file, (JsonFile.pretty(root) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("MARKER_NOT_WRITTEN", file)
                            .because(e)
                            .advising(Action.tryAgain(), Action.showDataDirectory()),
                    e);
        }
    }
}
