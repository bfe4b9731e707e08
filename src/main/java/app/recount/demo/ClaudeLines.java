package app.recount.demo;

import app.recount.store.JsonFile;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The lines of one log of Claude Code, each pointing to the one before. */
final class ClaudeLines {

    private final Dice dice;
    private final Path log;
    private final UUID session;
    private final String folder;
    private final String model;
    private final @Nullable String agent;
    private @Nullable UUID last;

    /** @param agent id of the subagent whose log it is, or null for the session's own */
    ClaudeLines(Dice dice, Path log, UUID session, String folder, String model, @Nullable String agent) {
        this.dice = dice;
        this.log = log;
        this.session = session;
        this.folder = folder;
        this.model = model;
        this.agent = agent;
    }

    Path log() {
        return log;
    }

    /** What a person or the session above says. */
    ObjectNode prompt(String text) {
        var line = begin("user");
        line.putObject("message").put("role", "user").put("content", text);
        return end(line);
    }

    ObjectNode toolResult(String call, String output) {
        var line = begin("user");
        var message = line.putObject("message").put("role", "user");
        message.putArray("content")
                .addObject()
                .put("tool_use_id", call)
                .put("type", "tool_result")
                .put("content", output);
        return end(line);
    }

    /** The first line of a tool's summary of a conversation carries neither time nor id. */
    static ObjectNode summary(String title, UUID leaf) {
        return JsonFile.object().put("type", "summary").put("summary", title).put("leafUuid", leaf.toString());
    }

    /**
     * One block of an answer. Every block of it repeats the answer's usage.
     *
     * @param written how much of the output was written when this line was
     * @param hourly whether what is cached is kept for an hour
     */
    ObjectNode answer(Answer answer, ObjectNode block, long written, boolean hourly, @Nullable String stop) {
        var line = begin("assistant");
        var message = line.putObject("message")
                .put("model", model)
                .put("id", answer.id())
                .put("type", "message")
                .put("role", "assistant");
        message.putArray("content").add(block);
        message.put("stop_reason", stop).putNull("stop_sequence");
        var cost = answer.cost();
        var usage = message.putObject("usage")
                .put("input_tokens", cost.input())
                .put("cache_creation_input_tokens", cost.cacheWrite())
                .put("cache_read_input_tokens", cost.cacheRead());
        usage.putObject("cache_creation")
                .put("ephemeral_5m_input_tokens", hourly ? 0 : cost.cacheWrite())
                .put("ephemeral_1h_input_tokens", hourly ? cost.cacheWrite() : 0);
        usage.put("output_tokens", written).put("service_tier", "standard");
        line.put("requestId", answer.request());
        return end(line);
    }

    /** One answer of the model. */
    record Answer(String id, String request, Context.Cost cost) {

        static Answer of(Dice dice, Context.Cost cost) {
            return new Answer("msg_01" + dice.letters(22), "req_011" + dice.letters(21), cost);
        }
    }

    private ObjectNode begin(String type) {
        var line = JsonFile.object();
        line.put("parentUuid", last == null ? null : last.toString())
                .put("isSidechain", agent != null)
                .put("userType", "external")
                .put("cwd", folder)
                .put("sessionId", session.toString())
                .put("version", "2.1.138")
                .put("gitBranch", "main");
        if (agent != null) {
            line.put("agentId", agent);
        }
        return line.put("type", type);
    }

    private ObjectNode end(ObjectNode line) {
        last = dice.uuid();
        return line.put("uuid", last.toString()).put("timestamp", "");
    }
}
