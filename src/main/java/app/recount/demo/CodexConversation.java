package app.recount.demo;

import app.recount.store.JsonFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** A conversation with Codex as its log tells it: events whose counters say what the last answer used and all of them together. */
final class CodexConversation {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss", Locale.ROOT);

    private final Dice dice;
    private final Phrases phrases;
    private final UUID session;
    private final String folder;
    private final String model;
    private final Path log;
    private final Context context;
    private final long[] total = new long[4];

    CodexConversation(Dice dice, Phrases phrases, Instant start, String folder, String model) {
        this.dice = dice;
        this.phrases = phrases;
        this.session = dice.uuid(start);
        this.folder = folder;
        this.model = model;
        var time = start.atOffset(ZoneOffset.UTC);
        this.log = Path.of(".codex", "sessions")
                .resolve(DAY.format(time))
                .resolve("rollout-%s-%s.jsonl".formatted(NAME.format(time), session));
        this.context = new Context(dice, dice.between(6_000, 9_000));
    }

    List<LogStep> opening() {
        var meta = line("session_meta");
        meta.putObject("payload")
                .put("id", session.toString())
                .put("cwd", folder)
                .put("originator", "codex_cli_rs")
                .put("cli_version", "0.146.0")
                .put("source", "cli")
                .put("model_provider", "openai");
        var turn = line("turn_context");
        turn.putObject("payload")
                .put("cwd", folder)
                .put("approval_policy", "on-request")
                .put("model", model)
                .put("effort", "medium");
        return List.of(step(Duration.ZERO, meta), step(Duration.ZERO, turn));
    }

    /** What comes next; every answer is followed by its counters, and some of these are told twice. */
    List<LogStep> turn() {
        var steps = new ArrayList<LogStep>();
        steps.add(step(seconds(20, 280), message("user", "input_text", phrases.one("prompts", dice))));
        for (int n = dice.between(1, 4); n > 0; n--) {
            var text = phrases.sentences(dice.between(1, 3), dice);
            steps.add(step(seconds(3, 25), n == 1 ? message("assistant", "output_text", text) : call(text)));
            var counters = counters(context.answer());
            steps.add(step(seconds(0, 1), counters));
            if (dice.chance(0.15)) {
                steps.add(step(seconds(1, 2), counters));
            }
        }
        return steps;
    }

    private ObjectNode counters(Context.Cost cost) {
        // what was read from the cache is part of the input, and Codex does not tell what was written to it
        long[] last = {cost.inputSide(), cost.cacheRead(), cost.output(), cost.reasoning()};
        for (int n = 0; n < total.length; n++) {
            total[n] += last[n];
        }
        var line = line("event_msg");
        var info = line.putObject("payload").put("type", "token_count").putObject("info");
        put(info.putObject("total_token_usage"), total);
        put(info.putObject("last_token_usage"), last);
        info.put("model_context_window", 258_400);
        return line;
    }

    private static void put(ObjectNode usage, long[] tokens) {
        usage.put("input_tokens", tokens[0])
                .put("cached_input_tokens", tokens[1])
                .put("output_tokens", tokens[2])
                .put("reasoning_output_tokens", tokens[3])
                .put("total_tokens", tokens[0] + tokens[2]);
    }

    private ObjectNode message(String role, String type, String text) {
        var line = line("response_item");
        line.putObject("payload")
                .put("type", "message")
                .put("role", role)
                .putArray("content")
                .addObject()
                .put("type", type)
                .put("text", text);
        return line;
    }

    private ObjectNode call(String text) {
        var line = line("response_item");
        line.putObject("payload")
                .put("type", "function_call")
                .put("name", "shell")
                .put("arguments", JsonFile.object().put("command", text).toString())
                .put("call_id", "call_" + dice.letters(24));
        return line;
    }

    private static ObjectNode line(String type) {
        return JsonFile.object().put("timestamp", "").put("type", type);
    }

    private Duration seconds(int low, int high) {
        return Duration.ofMillis(dice.between(low * 1000, high * 1000));
    }

    private LogStep step(Duration pause, ObjectNode line) {
        return new LogStep(pause, log, line);
    }
}
