package app.recount.consent;

import app.recount.consent.TelemetryConfig.Absent;
import app.recount.consent.TelemetryConfig.Malformed;
import app.recount.consent.TelemetryConfig.Present;
import app.recount.problem.Action;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.AtomicFile;
import app.recount.store.JsonFile;
import app.recount.store.SmallFile;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** claude-mem's {@code telemetry.json}: read by its rules, written only on the user's word and never over what it cannot read. */
public final class TelemetryConfigFile {

    /** PostHog cuts a longer distinct_id, and two installs could become one. */
    private static final int LONGEST_INSTALL_ID = 200;

    private final Path file;

    public TelemetryConfigFile(Path file) {
        this.file = file;
    }

    public TelemetryConfig read() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Absent();
        }
        try {
            return JsonFile.parse(SmallFile.read(file, SmallFile.SETTINGS))
                    .map(TelemetryConfigFile::interpret)
                    .orElseGet(() -> new Malformed(Wording.of("consent.malformed.noJson")));
        } catch (IOException e) {
            return new Malformed(Wording.of("consent.malformed.unreadable"));
        }
    }

    private static TelemetryConfig interpret(JsonNode root) {
        if (!root.isObject()) {
            return new Malformed(Wording.of("consent.malformed.noObject"));
        }
        var enabled = Optional.ofNullable(root.get("enabled"));
        if (enabled.isPresent() && !enabled.get().isBoolean()) {
            return new Malformed(Wording.of("consent.malformed.enabled"));
        }
        var installId = root.path("installId");
        if (!installId.isString() || installId.asString().isEmpty()) {
            return new Malformed(Wording.of("consent.malformed.noInstallId"));
        }
        if (installId.asString().length() > LONGEST_INSTALL_ID) {
            return new Malformed(Wording.of("consent.malformed.longInstallId", LONGEST_INSTALL_ID));
        }
        return new Present(
                enabled.map(JsonNode::asBoolean),
                installId.asString(),
                root.path("decidedAt").stringValue(""));
    }

    /**
     * Writes the install id where there is no file yet, as claude-mem does: no decision is made by that.
     *
     * @return what the file says now: claude-mem may have been faster, with an id of its own or an opt-out
     */
    public TelemetryConfig keepInstallId(String installId) {
        if (read() instanceof Absent) {
            var root = JsonFile.object();
            root.put("installId", installId);
            root.put("decidedAt", "");
            try {
                AtomicFile.create(file, bytes(root));
            } catch (FileAlreadyExistsException e) {
                // never written over: whoever was faster is read below
            } catch (IOException e) {
                throw notWritable(e);
            }
        }
        return read();
    }

    /**
     * Writes the user's decision with all three keys. Other keys of a file that could be read are kept; a file that could not is
     * renamed aside first.
     *
     * @return where the old file was put, if it was
     */
    public Optional<Path> decide(boolean enabled, String installId, Instant now) {
        var before = read();
        var root = JsonFile.object();
        if (before instanceof Present) {
            root.setAll(reread());
        }
        root.put("enabled", enabled);
        if (!root.has("installId")) {
            root.put("installId", installId);
        }
        root.put("decidedAt", JsonFile.timestamp(now));
        return write(root, before instanceof Malformed);
    }

    private ObjectNode reread() {
        try {
            return (ObjectNode)
                    JsonFile.parse(SmallFile.read(file, SmallFile.SETTINGS)).orElseThrow();
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    /** No file would mean that nothing forbids telemetry, so there never is none, even if the disk is full. */
    private Optional<Path> write(JsonNode root, boolean aside) {
        try {
            if (aside) {
                return Optional.of(AtomicFile.writeInPlaceOf(file, bytes(root)));
            }
            AtomicFile.write(file, bytes(root));
            return Optional.empty();
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    private static byte[] bytes(JsonNode root) {
        return (JsonFile.pretty(root) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private ProblemException notWritable(IOException cause) {
        return new ProblemException(
                Problem.of("TELEMETRY_CONFIG_NOT_WRITABLE", file).because(cause).advising(Action.showDataDirectory()),
                cause);
    }
}
