package app.recount.session;

import app.recount.session.AgentTool.LogEntries;
import app.recount.session.AgentTool.LogName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A log as one tool read it from its beginning to its end.
 *
 * @param entries those of complete lines
 */
record ReadLog(LogName name, List<LogEntry> entries, LogPart part) {

    static ReadLog of(AgentTool tool, Path root, Path file) throws IOException {
        var name = tool.recognise(root, file).orElseThrow();
        var entries = new ArrayList<LogEntry>();
        var part = tool.read(file, name, LogPosition.START, entries::add);
        return new ReadLog(name, entries, part);
    }

    /** Writes the lines, each with its end, and reads them. */
    static ReadLog of(AgentTool tool, Path root, String place, String... lines) throws IOException {
        var text = lines.length == 0 ? "" : String.join("\n", lines) + "\n";
        return of(tool, root, write(root, place, text));
    }

    static Path write(Path root, String place, String text) throws IOException {
        var file = root.resolve(place);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** With the last line that counts already. */
    LogEntries all() {
        var all = new ArrayList<>(entries);
        all.addAll(part.open());
        return new LogEntries(name.subagent(), all);
    }

    static List<Call> calls(AgentTool tool, ReadLog... logs) {
        return tool.calls(List.of(logs).stream().map(ReadLog::all).toList(), List.of(), key -> false);
    }

    static Usage usage(AgentTool tool, ReadLog... logs) {
        return Usage.of(calls(tool, logs));
    }
}
