package app.recount.analysis;

import app.recount.session.AgentTool;
import app.recount.session.AgentTools;
import app.recount.session.SessionChoice;
import app.recount.session.SessionIndex;
import app.recount.session.SessionTail;
import app.recount.session.Sessions;
import app.recount.store.Environment;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Sessions and runs of one set of surroundings: the user's own, or the demo's. Making one opens no file; closing it ends its tailer.
 *
 * @param environment where the logs are searched
 */
public record Tracking(
        Environment environment,
        List<AgentTool> tools,
        Sessions sessions,
        SessionTail tail,
        SessionChoice choice,
        Analyses analyses)
        implements AutoCloseable {

    /** How often live sessions are looked at, at most: a changed number is on the screen in well under a second. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    /**
     * Wires them.
     *
     * @param texts in which it is kept why a log cannot be read or a count is unknown
     */
    public static Tracking with(
            Environment environment, RecountHome home, RecountStore store, Clock clock, Texts texts) {
        var tools = AgentTools.known();
        var sessions = new SessionIndex(store, tools, environment, texts);
        var choice = new SessionChoice(sessions, tools, environment, clock);
        return new Tracking(
                environment,
                tools,
                sessions,
                new SessionTail(sessions, environment, PAUSE, clock),
                choice,
                Analyses.with(store, home, sessions, choice, clock, texts));
    }

    @Override
    public void close() {
        tail.close();
    }
}
