package app.recount.session;

import app.recount.store.Environment;
import app.recount.text.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/** Amp: one JSON file per thread, written anew each time. Newer threads stay on its server, so that these are history. */
final class Amp implements AgentTool {

    private static final Pattern THREAD = Pattern.compile("T-" + SessionId.PATTERN + "\\.json");

    @Override
    public String word() {
        return "amp";
    }

    @Override
    public String label() {
        return "Amp";
    }

    @Override
    public String runTool() {
        return "amp";
    }

    @Override
    public List<Path> roots(Environment environment) {
        var folder = environment
                .filled("AMP_DATA_DIR")
                .map(environment::expand)
                .orElseGet(() -> ToolFolders.xdg(environment, "XDG_DATA_HOME", ".local/share")
                        .resolve("amp"));
        return List.of(folder.resolve("threads"));
    }

    @Override
    public Optional<LogName> recognise(Path root, Path file) {
        var name = THREAD.matcher(ToolFolders.below(root, file));
        return name.matches()
                ? Optional.of(new LogName(name.group(1).toLowerCase(Locale.ROOT), false, false, false, file.toString()))
                : Optional.empty();
    }

    @Override
    public boolean sharesCalls() {
        return false;
    }

    @Override
    public LogPart read(Path file, LogName name, LogPosition from, Consumer<LogEntry> lines) throws IOException {
        try (var in = new LogText(LogFile.open(file, 0))) {
            var thread = LogJson.object(in, AmpThread::of);
            thread.entries().forEach(lines);
            return new LogPart(true, List.of(), thread.facts(), LogPosition.START, FilePrint.NONE, 0, thread.broken());
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            throw new LogUnreadableException(Wording.of("log.noObject"), e);
        }
    }

    @Override
    public List<Call> calls(List<LogEntries> own, List<LogEntries> parent, Predicate<String> foreign) {
        var calls = new LargestByKey();
        own.forEach(log -> log.entries().forEach(entry -> calls.add(entry, false)));
        return calls.calls();
    }
}
