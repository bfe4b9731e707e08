package app.recount.generation;

import app.recount.session.AgentTool;
import app.recount.session.AgentTool.LogEntries;
import app.recount.session.AgentTools;
import app.recount.session.Call;
import app.recount.session.LogEntry;
import app.recount.session.LogPosition;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** The transcripts that older claude-mem versions left of its observer sessions, below Claude Code's projects folder. */
final class Transcripts {

    private final AgentTool claude;
    private final List<Path> roots;
    private final List<String> projects;

    Transcripts(Environment environment, DataDirectory directory) {
        claude = AgentTools.known().stream()
                .filter(tool -> tool.word().equals("claude"))
                .findFirst()
                .orElseThrow();
        roots = claude.roots(environment);
        // a process knows its folder by the real path; the other one tells of what ran before there was a link
        projects = Stream.of(directory.path(), directory.realPath())
                .map(path -> project(path.resolve("observer-sessions").toString()))
                .distinct()
                .toList();
    }

    /**
     * The name that Claude Code gives to the project of a folder: every UTF-16 unit that is no ASCII letter or digit becomes a hyphen,
     * so that an emoji becomes two.
     */
    static String project(String folder) {
        var name = new StringBuilder(folder.length());
        for (int i = 0; i < folder.length(); i++) {
            name.append(isPlain(folder.charAt(i)) ? folder.charAt(i) : '-');
        }
        return name.toString();
    }

    private static boolean isPlain(char unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || (unit >= '0' && unit <= '9');
    }

    List<Path> folders() {
        return roots.stream()
                .flatMap(root -> projects.stream().map(root::resolve))
                .toList();
    }

    /** A file below one of Claude Code's folders. */
    record Placed(Path root, Path file) {}

    List<Placed> files() throws IOException {
        var files = new ArrayList<Placed>();
        for (var root : roots) {
            for (var project : projects) {
                var folder = root.resolve(project);
                if (Files.isDirectory(folder)) {
                    try (var list = Files.list(folder)) {
                        list.filter(Files::isRegularFile).sorted().forEach(file -> files.add(new Placed(root, file)));
                    }
                }
            }
        }
        return files;
    }

    /** What one file holds of a session. */
    record Part(String session, Instant created, LogEntries entries) {}

    /** Empty if the file is no transcript of a session. */
    Optional<Part> read(Placed placed) throws IOException {
        var file = placed.file();
        var name = claude.recognise(placed.root(), file);
        if (name.isEmpty() || name.get().session() == null) {
            return Optional.empty();
        }
        var created = Files.readAttributes(file, BasicFileAttributes.class).creationTime();
        var entries = new ArrayList<LogEntry>();
        var part = claude.read(file, name.get(), LogPosition.START, entries::add);
        entries.addAll(part.open());
        return Optional.of(new Part(
                name.get().session(),
                created.toInstant(),
                new LogEntries(name.get().subagent(), claude.condensed(entries))));
    }

    /** The sessions that the files hold, without those in which no model answered; a session's files are one transcript. */
    List<Transcript> whole(List<Part> parts) {
        var sessions = new LinkedHashMap<String, List<Part>>();
        parts.forEach(part ->
                sessions.computeIfAbsent(part.session(), _ -> new ArrayList<>()).add(part));
        return sessions.entrySet().stream()
                .map(session -> new Transcript(
                        session.getKey(),
                        session.getValue().stream()
                                .map(Part::created)
                                .min(Instant::compareTo)
                                .orElseThrow(),
                        answers(session.getValue()),
                        Set.of()))
                .filter(transcript -> !transcript.answers().isEmpty())
                .toList();
    }

    private SequencedMap<String, Call> answers(List<Part> parts) {
        var byKey = new LinkedHashMap<String, List<LogEntries>>();
        for (var part : parts) {
            for (var entry : part.entries().entries()) {
                byKey.computeIfAbsent(entry.key(), _ -> new ArrayList<>())
                        .add(new LogEntries(part.entries().subagent(), List.of(entry)));
            }
        }
        var answers = new LinkedHashMap<String, Call>();
        byKey.forEach(
                (key, entries) -> claude.calls(entries, List.of(), _ -> false).forEach(call -> answers.put(key, call)));
        return answers;
    }
}
