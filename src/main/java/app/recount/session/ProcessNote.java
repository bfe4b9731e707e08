package app.recount.session;

import app.recount.store.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The small file {@code <process>.json} in which an agent notes what session a process of it works on. May be old or rubbish. */
final class ProcessNote {

    private static final int LONGEST = 64 * 1024;

    private ProcessNote() {}

    static Optional<String> session(Path folder, long process) {
        try (var in = LogFile.open(folder.resolve(process + ".json"), 0)) {
            var bytes = in.readNBytes(LONGEST + 1);
            return bytes.length > LONGEST
                    ? Optional.empty()
                    : JsonFile.parse(bytes)
                            .filter(note -> isOf(note, process))
                            .flatMap(note -> SessionId.of(note.path("sessionId").stringValue(null)));
        } catch (IOException e) {
            return Optional.empty(); // most processes are none of the agent's
        }
    }

    private static boolean isOf(JsonNode note, long process) {
        var noted = note.path("pid");
        return noted.isMissingNode() || (noted.isIntegralNumber() && noted.asLong() == process);
    }
}
