package app.recount;

import app.recount.analysis.Analyses;
import app.recount.analysis.AnalysisStore.RunFilter;
import app.recount.analysis.CompleteRequest;
import app.recount.analysis.RunStatus;
import app.recount.analysis.RunTool;
import app.recount.analysis.Source;
import app.recount.analysis.StartRequest;
import app.recount.analysis.Tracking;
import app.recount.session.AgentSession;
import app.recount.session.Call;
import app.recount.session.SessionChoice;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A handful of finished runs about the demo's sessions, started, marked and ended as they would have been while these went on. */
final class DemoRuns {

    private static final List<Source> SOURCES = List.of(
            new Source("tide-tables-2026", "Tide tables of the northern harbours, 2026"),
            new Source("ferry-punctuality", "How punctual are the ferries? A report to the council"),
            new Source("moon-calendar-accuracy", "Accuracy of printed moon calendars"));
    private static final List<String> STAGES = List.of("check_stage1", "check_stage2", "check_stage3");
    private static final int RUNS = 5;
    private static final int ENOUGH_CALLS = 12;

    private final Tracking tracking;
    private final Moment moment = new Moment();
    private final Analyses past;

    DemoRuns(Tracking tracking, RecountHome home, RecountStore store, Texts texts) {
        this.tracking = tracking;
        var sessions = new Hindsight(tracking.sessions(), moment);
        var choice = new SessionChoice(sessions, tracking.tools(), tracking.environment(), moment);
        this.past = Analyses.with(store, home, sessions, choice, moment, texts);
    }

    /** Writes them unless there is any run already. */
    void write(Progress progress) {
        if (!past.runs().list(RunFilter.ALL, 1).isEmpty()) {
            return;
        }
        SOURCES.forEach(past.sources()::add);
        var sessions = tracking.sessions().refresh(progress).stream()
                .filter(session -> calls(session).size() >= ENOUGH_CALLS)
                .limit(RUNS)
                .toList()
                .reversed();
        for (int n = 0; n < sessions.size(); n++) {
            run(sessions.get(n), SOURCES.get(n % SOURCES.size()));
        }
    }

    /** Begun after the first calls, so that a baseline has to be taken off, and marked after equal shares of the rest. */
    private void run(AgentSession session, Source source) {
        var calls = calls(session);
        int begun = calls.size() / 8;
        at(calls.get(begun));
        var run = past.lifecycle().start(start(session, source));
        int share = (calls.size() - 1 - begun) / (STAGES.size() + 1);
        for (int stage = 0; stage < STAGES.size(); stage++) {
            at(calls.get(begun + share * (stage + 1)));
            past.lifecycle().mark(run.id(), STAGES.get(stage), Optional.empty());
        }
        at(calls.getLast());
        past.lifecycle().complete(completed(run.id()));
    }

    private List<Call> calls(AgentSession session) {
        return tracking.sessions().calls(session.key()).stream()
                .filter(call -> call.at() != null)
                .toList();
    }

    private void at(Call call) {
        moment.now = Objects.requireNonNull(call.at());
    }

    private static StartRequest start(AgentSession session, Source source) {
        return new StartRequest(
                source.id(),
                tool(session),
                Optional.empty(),
                Optional.of(session.key().id()),
                Optional.empty(),
                false,
                Optional.of("check"),
                Optional.empty(),
                Path.of(Objects.requireNonNullElse(session.folder(), "")),
                List.of());
    }

    private static RunTool tool(AgentSession session) {
        return RunTool.of(session.key().tool()).orElse(RunTool.OTHER);
    }

    private static CompleteRequest completed(String id) {
        return new CompleteRequest(id, RunStatus.COMPLETED, Optional.empty(), true);
    }

    /** The moment of the past that it is now. */
    private static final class Moment extends Clock {

        private volatile Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
