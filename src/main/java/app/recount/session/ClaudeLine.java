package app.recount.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** The fields that matter of one line of Claude Code, filled while the line streams by. */
final class ClaudeLine {

    @Nullable
    Instant at;

    @Nullable
    String session;

    @Nullable
    String folder;

    @Nullable
    String uuid;

    boolean sidechain;

    @Nullable
    String id;

    @Nullable
    String model;

    @Nullable
    TokenCount usage;

    List<Advice> advice = List.of();

    /** What another model was asked while this one answered. */
    record Advice(@Nullable String model, TokenCount usage) {}

    static ClaudeLine of(JsonParser json) {
        var line = new ClaudeLine();
        LogJson.fields(json, line::read);
        return line;
    }

    private void read(String name, JsonParser json) {
        switch (name) {
            case "timestamp" -> at = LogJson.time(json);
            case "sessionId" -> session = LogJson.uuid(json);
            case "cwd" -> folder = LogJson.path(json);
            case "uuid" -> uuid = LogJson.name(json);
            case "isSidechain" -> sidechain = LogJson.yes(json);
            case "message" -> LogJson.fields(json, this::readMessage);
            default -> json.skipChildren();
        }
    }

    private void readMessage(String name, JsonParser json) {
        switch (name) {
            case "id" -> id = LogJson.name(json);
            case "model" -> model = LogJson.name(json);
            case "usage" -> readUsage(json);
            default -> json.skipChildren();
        }
    }

    private void readUsage(JsonParser json) {
        var read = UsageFields.of(json);
        usage = read.tokens();
        advice = List.copyOf(read.advice);
    }

    private static final class UsageFields {

        private @Nullable String type;
        private @Nullable String model;
        private long input;
        private long output;
        private long cacheRead;
        private long cacheWrite;
        private long cacheWrite1h;
        private List<Advice> advice = new ArrayList<>();

        static UsageFields of(JsonParser json) {
            var fields = new UsageFields();
            LogJson.fields(json, fields::read);
            return fields;
        }

        private void read(String name, JsonParser json) {
            if (name.equals("iterations")) {
                LogJson.elements(json, () -> readIteration(json));
            } else {
                readNumbers(name, json);
            }
        }

        private void readNumbers(String name, JsonParser json) {
            switch (name) {
                case "type" -> type = LogJson.name(json);
                case "model" -> model = LogJson.name(json);
                case "input_tokens" -> input = LogJson.tokens(json);
                case "output_tokens" -> output = LogJson.tokens(json);
                case "cache_read_input_tokens" -> cacheRead = LogJson.tokens(json);
                case "cache_creation_input_tokens" -> cacheWrite = LogJson.tokens(json);
                case "cache_creation" -> LogJson.fields(json, this::readSplit);
                default -> json.skipChildren();
            }
        }

        private void readSplit(String name, JsonParser json) {
            if (name.equals("ephemeral_1h_input_tokens")) {
                cacheWrite1h = LogJson.tokens(json);
            } else {
                json.skipChildren();
            }
        }

        /** Only an adviser's tokens are extra; the message's own iterations repeat what stands above them. */
        private void readIteration(JsonParser json) {
            var iteration = new UsageFields();
            LogJson.fields(json, iteration::readNumbers);
            if ("advisor_message".equals(iteration.type)) {
                advice.add(new Advice(iteration.model, iteration.tokens()));
            }
        }

        TokenCount tokens() {
            var oneHour = Math.min(cacheWrite1h, cacheWrite);
            return new TokenCount(input, cacheRead, cacheWrite - oneHour, oneHour, output, 0, 1);
        }
    }
}
