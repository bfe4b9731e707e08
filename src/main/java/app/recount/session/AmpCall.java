package app.recount.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The fields that matter of a message of Amp, or of an event of its ledger: the same call in two spellings. */
final class AmpCall {

    @Nullable
    String id;

    @Nullable
    String toMessage;

    @Nullable
    Instant at;

    @Nullable
    Instant sentAt;

    boolean broken;
    private @Nullable String model;
    private long input;
    private long output;
    private long cacheWrite;
    private long cacheRead;

    /** Reads the message on which the parser stands. */
    static AmpCall message(JsonParser json) {
        var call = new AmpCall();
        LogJson.fields(json, (name, value) -> {
            switch (name) {
                case "messageId" -> call.id = id(value);
                case "meta" -> LogJson.fields(value, call::readMeta);
                case "usage" -> LogJson.fields(value, call::readUsage);
                default -> value.skipChildren();
            }
        });
        return call;
    }

    /** Reads the event on which the parser stands. */
    static AmpCall event(JsonParser json) {
        var call = new AmpCall();
        LogJson.fields(json, (name, value) -> {
            switch (name) {
                case "id" -> call.id = id(value);
                case "toMessageId" -> call.toMessage = id(value);
                case "tokens" -> LogJson.fields(value, call::readUsage);
                default -> call.readUsage(name, value);
            }
        });
        return call;
    }

    private void readMeta(String name, JsonParser json) {
        if (name.equals("sentAt")) {
            sentAt = time(json);
        } else {
            json.skipChildren();
        }
    }

    private void readUsage(String name, JsonParser json) {
        switch (name) {
            case "timestamp" -> at = time(json);
            case "model" -> model = LogJson.name(json);
            case "inputTokens", "input" -> input = tokens(json);
            case "outputTokens", "output" -> output = tokens(json);
            case "cacheCreationInputTokens" -> cacheWrite = tokens(json);
            case "cacheReadInputTokens" -> cacheRead = tokens(json);
            default -> json.skipChildren();
        }
    }

    /** A broken number costs its call, not the thread. */
    private long tokens(JsonParser json) {
        var tokens = LogJson.saneTokens(json);
        broken |= tokens.isEmpty();
        return tokens.orElse(0);
    }

    boolean isUsage() {
        return !broken && tokens().total() > 0;
    }

    LogEntry entry(String key) {
        return new LogEntry(key, at, model, false, tokens(), null);
    }

    private TokenCount tokens() {
        return new TokenCount(input, cacheRead, cacheWrite, 0, output, 0, 1);
    }

    static @Nullable Instant time(JsonParser json) {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            return LogJson.time(json);
        }
        var isLong = json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        return isLong ? LogTime.ofMillis(json.getLongValue()) : null;
    }

    /** Messages are numbered in some threads and named in others. */
    private static @Nullable String id(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getString() : LogJson.name(json);
    }
}
