package app.recount.generation;

import app.recount.memory.DayWindow;
import app.recount.memory.TurnKey;
import app.recount.session.AgentTool;
import app.recount.session.AgentTools;
import app.recount.session.Call;
import app.recount.session.LogEntry;
import app.recount.session.LogPosition;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The transcripts that older claude-mem versions left of its observer sessions, below Claude Code's projects folder. */
final class Transcripts {

    private static final String PROVIDER = "claude";

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

    /** One transcript: the session that its name says, and its answers in the order of time. */
    record Transcript(String session, List<Call> calls) {

        /** The n-th answer of an observer session is its n-th turn: it is asked once per turn. */
        List<CompressionEvent> turns() {
            var turns = new ArrayList<CompressionEvent>();
            for (int i = 0; i < calls.size(); i++) {
                var call = calls.get(i);
                if (call.at() != null) {
                    turns.add(new CompressionEvent(
                            new TurnKey(session, i + 1L),
                            figures(call),
                            Optional.ofNullable(call.model()),
                            Optional.of(PROVIDER),
                            Optional.empty(),
                            call.at(),
                            TurnOrigin.TRANSCRIPT));
                }
            }
            return turns;
        }

        List<Leftover> leftovers() {
            return turns().stream()
                    .map(turn -> new Leftover(
                            session + "/" + turn.key().turn(),
                            DayWindow.utcDay(turn.at()),
                            LeftoverOrigin.TRANSCRIPT,
                            turn.model(),
                            turn.provider(),
                            turn.figures()))
                    .toList();
        }

        long undated() {
            return calls.stream().filter(call -> call.at() == null).count();
        }

        private static TurnFigures figures(Call call) {
            var tokens = call.tokens();
            return new TurnFigures(Optional.of(tokens.inputSide()), Optional.of(tokens.output()), Optional.empty());
        }
    }

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

    /** Empty if the file is no transcript of a session. */
    Optional<Transcript> read(Placed placed) throws IOException {
        var file = placed.file();
        var name = claude.recognise(placed.root(), file);
        if (name.isEmpty() || name.get().session() == null) {
            return Optional.empty();
        }
        var entries = new ArrayList<LogEntry>();
        var part = claude.read(file, name.get(), LogPosition.START, entries::add);
        entries.addAll(part.open());
        var calls =
                claude.calls(List.of(new AgentTool.LogEntries(name.get().subagent(), entries)), List.of(), _ -> false);
        return Optional.of(new Transcript(name.get().session(), calls));
    }
}
