package app.recount.analysis;

import app.recount.session.TokenCount;
import app.recount.session.Usage;
import app.recount.store.JsonFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Snapshots, usage and lists of ids as the JSON text that recount.db keeps. */
final class UsageJson {

    private UsageJson() {}

    static @Nullable String write(@Nullable Snapshot snapshot) {
        if (snapshot == null) {
            return null;
        }
        var node = JsonFile.object()
                .put("at", snapshot.at().toString())
                .put("fingerprint", snapshot.fingerprint())
                .put("unknown_reason", snapshot.unknownReason());
        if (snapshot.usage() != null) {
            node.set("usage", node(snapshot.usage()));
        }
        return node.toString();
    }

    static @Nullable Snapshot snapshot(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var node = parse(text);
        return new Snapshot(
                Instant.parse(node.path("at").asString()),
                node.has("usage") ? usage(node.path("usage")) : null,
                textOrNull(node.path("fingerprint")),
                textOrNull(node.path("unknown_reason")));
    }

    static String write(Usage usage) {
        return node(usage).toString();
    }

    static Usage usage(String text) {
        return usage(parse(text));
    }

    static String write(List<String> ids) {
        var array = JsonFile.object().putArray("ids");
        ids.forEach(array::add);
        return array.toString();
    }

    static List<String> ids(String text) {
        var ids = new ArrayList<String>();
        parse(text).forEach(each -> ids.add(each.asString()));
        return ids;
    }

    private static ObjectNode node(Usage usage) {
        var node = JsonFile.object();
        write(usage.own(), node.putObject("own"));
        write(usage.subagents(), node.putObject("subagents"));
        var models = node.putObject("by_model");
        usage.byModel().forEach((model, tokens) -> write(tokens, models.putObject(model)));
        return node;
    }

    private static Usage usage(JsonNode node) {
        var models = new TreeMap<String, TokenCount>();
        node.path("by_model").properties().forEach(entry -> models.put(entry.getKey(), tokens(entry.getValue())));
        return new Usage(tokens(node.path("own")), tokens(node.path("subagents")), models);
    }

    private static void write(TokenCount tokens, ObjectNode node) {
        node.put("input", tokens.input())
                .put("cache_read", tokens.cacheRead())
                .put("cache_write_5m", tokens.cacheWrite5m())
                .put("cache_write_1h", tokens.cacheWrite1h())
                .put("output", tokens.output())
                .put("reasoning_output", tokens.reasoningOutput())
                .put("calls", tokens.calls());
    }

    private static TokenCount tokens(JsonNode node) {
        return new TokenCount(
                node.path("input").asLong(),
                node.path("cache_read").asLong(),
                node.path("cache_write_5m").asLong(),
                node.path("cache_write_1h").asLong(),
                node.path("output").asLong(),
                node.path("reasoning_output").asLong(),
                node.path("calls").asLong());
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private static JsonNode parse(String text) {
        return JsonFile.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
}
