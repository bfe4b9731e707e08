package app.recount.demo;

import app.recount.store.JsonFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.node.ArrayNode;

/** A thread of Amp: one JSON document, from the time when Amp still kept its threads on the user's disk. */
final class AmpThread {

    static final Path THREADS = Path.of(".local", "share", "amp", "threads");

    private final Dice dice;
    private final Phrases phrases;
    private final UUID id;
    private final String folder;
    private final String model;

    AmpThread(Dice dice, Phrases phrases, String folder, String model) {
        this.dice = dice;
        this.phrases = phrases;
        this.id = dice.uuid();
        this.folder = folder;
        this.model = model;
    }

    /** The whole document of a conversation of so many turns. */
    PastLog write(Instant start, int turns) {
        var thread = JsonFile.object()
                .put("v", 16)
                .put("id", "T-" + id)
                .put("created", start.toEpochMilli())
                .put("title", phrases.title("feature", dice));
        var messages = thread.putArray("messages");
        var context = new Context(dice, dice.between(9_000, 12_000));
        var at = start;
        for (int n = 0; n < turns; n++) {
            at = at.plusSeconds(dice.between(20, 200));
            ask(messages, at);
            at = at.plusSeconds(dice.between(4, 40));
            answer(messages, at, context.answer());
        }
        thread.putObject("env")
                .putObject("initial")
                .putArray("trees")
                .addObject()
                .put("uri", URI.create("file://" + folder).toASCIIString());
        var path = THREADS.resolve("T-" + id + ".json");
        return new PastLog(path, at, JsonFile.pretty(thread).getBytes(StandardCharsets.UTF_8));
    }

    private void ask(ArrayNode messages, Instant at) {
        var message = messages.addObject().put("role", "user").put("messageId", messages.size() - 1);
        message.putArray("content").addObject().put("type", "text").put("text", phrases.one("prompts", dice));
        message.putObject("meta").put("sentAt", at.toEpochMilli());
    }

    private void answer(ArrayNode messages, Instant at, Context.Cost cost) {
        var message = messages.addObject().put("role", "assistant").put("messageId", messages.size() - 1);
        message.putArray("content").addObject().put("type", "text").put("text", phrases.sentences(2, dice));
        message.putObject("state").put("type", "complete").put("stopReason", "end_turn");
        message.putObject("usage")
                .put("model", model)
                .put("maxInputTokens", 168_000)
                .put("inputTokens", cost.input())
                .put("outputTokens", cost.output())
                .put("cacheCreationInputTokens", cost.cacheWrite())
                .put("cacheReadInputTokens", cost.cacheRead())
                .put("totalInputTokens", cost.inputSide())
                .put("timestamp", JsonFile.timestamp(at));
    }
}
