package app.recount.analysis;

import app.recount.session.AgentSession;
import app.recount.session.SessionChoice.Chosen;
import app.recount.session.SessionChoice.Rule;
import app.recount.session.SessionRequest;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Runs over scripted sessions in a real store, with a clock that a test moves. */
final class RunBench implements AutoCloseable {

    static final Instant START = Instant.parse("2026-05-20T10:00:00Z");

    /** Folders are compared as they are written; the real comparison has tests of its own. */
    static final SessionPlaces PLACES = new SessionPlaces(
            session -> "/observer".equals(session.folder()),
            (session, folder) -> folder.toString().equals(session.folder()));

    final ScriptedSessions sessions;
    final RecountHome home;
    final RecountStore store;
    final SetClock clock = new SetClock();
    final Analyses analyses;

    RunBench(Path folder) {
        this(folder, new ScriptedSessions());
    }

    RunBench(Path folder, ScriptedSessions sessions) {
        this.sessions = sessions;
        home = RecountHome.at(folder.resolve("home"));
        store = new RecountStore(home);
        analyses = Analyses.with(store, home, sessions, this::choose, PLACES, clock, new Texts());
    }

    /** The only session of the tool; the real choice has tests of its own. */
    private Chosen choose(SessionRequest request) {
        var candidates = sessions.known().stream()
                .filter(session -> session.key().tool().equals(request.tool()))
                .filter(session -> request.id().map(session.key().id()::equals).orElse(true))
                .toList();
        return switch (candidates.size()) {
            case 0 -> new Chosen.None();
            case 1 -> new Chosen.One(candidates.getFirst(), Rule.ONLY_SESSION);
            default -> new Chosen.Ambiguous(candidates);
        };
    }

    AnalysisLifecycle lifecycle() {
        return analyses.lifecycle();
    }

    AnalysisStore runs() {
        return analyses.runs();
    }

    AnalysisRun start(String source) {
        return start(source, RunTool.CLAUDE_CODE, Optional.empty());
    }

    AnalysisRun start(String source, RunTool tool, Optional<AgentSession> session) {
        return lifecycle()
                .start(new StartRequest(
                        source,
                        tool,
                        Optional.empty(),
                        session.map(each -> each.key().id()),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        home.folder(),
                        List.of()));
    }

    AnalysisRun mark(AnalysisRun run, String stage) {
        return lifecycle().mark(run.id(), stage, Optional.empty());
    }

    AnalysisRun complete(AnalysisRun run) {
        return complete(run, Optional.empty());
    }

    AnalysisRun complete(AnalysisRun run, Optional<Long> tokensFinal) {
        return lifecycle()
                .complete(new CompleteRequest(
                        run.id(),
                        RunStatus.COMPLETED,
                        tokensFinal,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true));
    }

    RunProgress observe(AnalysisRun run) {
        return lifecycle().observe(run.id());
    }

    Instant after(long seconds) {
        clock.now = clock.now.plusSeconds(seconds);
        return clock.now;
    }

    @Override
    public void close() {
        store.close();
    }

    /** Stands still until it is moved. */
    static final class SetClock extends Clock {
        Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        void back(Duration span) {
            now = now.minus(span);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
