package app.recount.desktop.sessions;

import app.recount.report.CsvCell;
import app.recount.session.AgentSession;
import app.recount.session.TokenCount;
import app.recount.store.JsonFile;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Sessions for other programs, in the fields that the command line has. */
final class SessionExport {

    private static final List<String> KINDS = List.of(
            "input", "cache_read", "cache_write_5m", "cache_write_1h", "output", "reasoning_output", "calls", "total");

    private SessionExport() {}

    /** One session, indented. */
    static String json(AgentSession session, Instant now) {
        return JsonFile.pretty(object(session, now));
    }

    static String json(List<AgentSession> sessions, Instant now) {
        return sessions.stream().map(session -> json(session, now)).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    /** A line for each session; what is not known is an empty cell, zero is 0. */
    static String csv(List<AgentSession> sessions, Instant now) {
        var head = Stream.of(
                        Stream.of("tool", "session_id", "path", "project", "last_activity", "active", "state", "model"),
                        KINDS.stream(),
                        KINDS.stream().map(kind -> "subagents_" + kind),
                        Stream.of("tokens_so_far"))
                .flatMap(names -> names)
                .collect(Collectors.joining(","));
        return Stream.concat(Stream.of(head), sessions.stream().map(session -> line(session, now)))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static ObjectNode object(AgentSession session, Instant now) {
        var json = JsonFile.object()
                .put("tool", session.key().tool())
                .put("session_id", session.key().id())
                .put("path", session.path())
                .put("project", session.project())
                .put("last_activity", session.lastActivity().toString())
                .put("active", session.active(now))
                .put("state", state(session))
                .put("model", session.model());
        put(json, "tokens", own(session));
        put(json, "subagents", subagents(session));
        return session.tokensSoFar()
                .map(total -> json.put("tokens_so_far", total))
                .orElseGet(() -> json.putNull("tokens_so_far"));
    }

    private static void put(ObjectNode json, String name, @Nullable TokenCount tokens) {
        if (tokens == null) {
            json.putNull(name);
            return;
        }
        var count = json.putObject(name);
        var figures = figures(tokens).iterator();
        KINDS.forEach(kind -> count.put(kind, figures.next()));
    }

    private static String line(AgentSession session, Instant now) {
        var words = Stream.of(
                        session.key().tool(),
                        session.key().id(),
                        session.path(),
                        session.project(),
                        session.lastActivity().toString(),
                        Boolean.toString(session.active(now)),
                        state(session),
                        session.model() == null ? "" : session.model())
                .map(CsvCell::of);
        var total = session.tokensSoFar().map(String::valueOf).orElse("");
        return Stream.of(words, cells(own(session)), cells(subagents(session)), Stream.of(total))
                .flatMap(cells -> cells)
                .collect(Collectors.joining(","));
    }

    private static Stream<String> cells(@Nullable TokenCount tokens) {
        return tokens == null ? KINDS.stream().map(kind -> "") : figures(tokens).map(String::valueOf);
    }

    /** In the order of the kinds. */
    private static Stream<Long> figures(TokenCount tokens) {
        return Stream.of(
                tokens.input(),
                tokens.cacheRead(),
                tokens.cacheWrite5m(),
                tokens.cacheWrite1h(),
                tokens.output(),
                tokens.reasoningOutput(),
                tokens.calls(),
                tokens.total());
    }

    private static String state(AgentSession session) {
        return session.unreadable() == null ? "ok" : "unknown";
    }

    private static @Nullable TokenCount own(AgentSession session) {
        return session.usage() == null ? null : session.usage().own();
    }

    private static @Nullable TokenCount subagents(AgentSession session) {
        return session.usage() == null || session.usage().subagents().calls() == 0
                ? null
                : session.usage().subagents();
    }
}
