package app.recount.desktop.analyses;

import app.recount.analysis.AnalysisRun;
import app.recount.analysis.AnalysisStore.RunFilter;
import app.recount.analysis.CompleteRequest;
import app.recount.analysis.RunStatus;
import app.recount.analysis.RunTool;
import app.recount.analysis.Source;
import app.recount.analysis.StartRequest;
import app.recount.analysis.Tracking;
import app.recount.session.AgentSession;
import app.recount.store.Environment;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs over real log files in a real store below a folder, with a clock that a test moves. */
public final class RunsWorld implements AutoCloseable {

    static final Instant START = Instant.parse("2026-05-20T08:52:10Z");
    static final String SONNET = "claude-sonnet-4-5-20250929";

    private final Path home;
    private final RecountStore store;
    private int calls;

    final SetClock clock = new SetClock();
    final Tracking tracking;

    public RunsWorld(Path folder) {
        home = folder.resolve("home");
        var recountHome = RecountHome.at(home.resolve("recount"));
        store = new RecountStore(recountHome);
        tracking = Tracking.with(new Environment(Map.of(), home, "linux"), recountHome, store, clock, new Texts());
    }

    /** The home folder of the runs' user. */
    public Path home() {
        return home;
    }

    public Clock clock() {
        return clock;
    }

    /** One call in a session of Claude Code, in the log of the session itself. */
    public RunsWorld call(String session, String project, long input, long write, long read, long output) {
        return call(session, project, SONNET, input, write, read, output);
    }

    RunsWorld call(String session, String project, String model, long input, long write, long read, long output) {
        calls++;
        var line = """
                {"type":"assistant","sessionId":"%s","cwd":"%s","timestamp":"%s","requestId":"req_%d","uuid":"%s",\
                "message":{"id":"msg_%d","model":"%s","role":"assistant","content":[],"stop_reason":"end_turn",\
                "usage":{"input_tokens":%d,"cache_creation_input_tokens":%d,"cache_read_input_tokens":%d,\
                "cache_creation":{"ephemeral_5m_input_tokens":%d,"ephemeral_1h_input_tokens":0},"output_tokens":%d}}}
                """.formatted(
                        session,
                        home.resolve("work").resolve(project),
                        clock.instant(),
                        calls,
                        new UUID(7, calls),
                        calls,
                        model,
                        input,
                        write,
                        read,
                        write,
                        output);
        append(log(session, project), line);
        return this;
    }

    Path log(String session, String project) {
        return home.resolve(".claude/projects/-code-%s/%s.jsonl".formatted(project, session));
    }

    private void append(Path file, String line) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunsWorld after(Duration span) {
        clock.now = clock.now.plus(span);
        return this;
    }

    /** Begins to count in a session, or without one. */
    public AnalysisRun start(String source, Optional<String> session) {
        return start(source, RunTool.CLAUDE_CODE, session);
    }

    AnalysisRun start(String source, RunTool tool, Optional<String> session) {
        tracking.sessions().refresh(Progress.NONE);
        return tracking.analyses()
                .lifecycle()
                .start(new StartRequest(
                        source,
                        tool,
                        Optional.empty(),
                        session,
                        Optional.empty(),
                        session.isEmpty(),
                        Optional.empty(),
                        Optional.empty(),
                        home.resolve("work"),
                        List.of()));
    }

    /** Ends a stage. */
    public AnalysisRun mark(AnalysisRun run, String stage) {
        return tracking.analyses().lifecycle().mark(run.id(), stage, Optional.empty());
    }

    AnalysisRun end(AnalysisRun run, RunStatus status, String... inputs) {
        return tracking.analyses()
                .lifecycle()
                .complete(new CompleteRequest(
                        run.id(),
                        status,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of(inputs)),
                        Optional.empty(),
                        true));
    }

    void source(String id, String title) {
        tracking.analyses().sources().add(new Source(id, title));
    }

    Stock stock() {
        return new Stock(
                tracking.analyses().runs().list(RunFilter.ALL, 0),
                tracking.analyses().sources().list());
    }

    /** How many runs there are. */
    public int size() {
        return stock().runs().size();
    }

    Observed observe(String run) {
        return Observer.observed(
                tracking.analyses().lifecycle().observe(run),
                tracking.analyses().prices());
    }

    List<AgentSession> sessions() {
        return tracking.sessions().refresh(Progress.NONE);
    }

    /** A model that has read, heard and looked at everything. */
    RunsModel model() {
        var model = new RunsModel(clock.instant());
        fill(model);
        return model;
    }

    void fill(RunsModel model) {
        model.heard(sessions());
        model.read(stock());
        model.observed(stock().runs().stream().map(run -> observe(run.id())).toList());
        model.tick(clock.instant());
    }

    @Override
    public void close() {
        tracking.close();
        store.close();
    }

    /** Stands still until it is moved. */
    static final class SetClock extends Clock {

        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
