package app.recount.cli;

import app.recount.session.AgentSession;
import app.recount.session.TokenCount;
import app.recount.session.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Sessions for scripts. */
final class SessionJson {

    private final JsonGenerator json;
    private final Instant now;

    SessionJson(JsonGenerator json, Instant now) {
        this.json = json;
        this.now = now;
    }

    /** An array of them, each with what it used in the window if there is one. */
    void write(List<AgentSession> sessions, Optional<Function<AgentSession, Usage>> window) {
        json.writeStartArray();
        for (var session : sessions) {
            json.writeStartObject();
            writeFields(session);
            window.ifPresent(count -> write("window", count.apply(session).all()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeFields(AgentSession session) {
        var usage = session.usage();
        json.writeStringProperty("tool", session.key().tool());
        json.writeStringProperty("session_id", session.key().id());
        json.writeStringProperty("path", session.path());
        json.writeStringProperty("project", session.project());
        json.writeStringProperty("last_activity", session.lastActivity().toString());
        json.writeBooleanProperty("active", session.active(now));
        json.writeStringProperty("state", session.unreadable() == null ? "ok" : "unknown");
        json.writeStringProperty("model", session.model());
        write("tokens", usage == null ? null : usage.own());
        write("subagents", usage == null || usage.subagents().calls() == 0 ? null : usage.subagents());
        json.writeName("tokens_so_far");
        session.tokensSoFar().ifPresentOrElse(json::writeNumber, json::writeNull);
    }

    private void write(String name, @Nullable TokenCount tokens) {
        if (tokens == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("input", tokens.input());
        json.writeNumberProperty("cache_read", tokens.cacheRead());
        json.writeNumberProperty("cache_write_5m", tokens.cacheWrite5m());
        json.writeNumberProperty("cache_write_1h", tokens.cacheWrite1h());
        json.writeNumberProperty("output", tokens.output());
        json.writeNumberProperty("reasoning_output", tokens.reasoningOutput());
        json.writeNumberProperty("calls", tokens.calls());
        json.writeNumberProperty("total", tokens.total());
        json.writeEndObject();
    }
}
