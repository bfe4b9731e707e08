package app.recount.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that matter of one line of Claude Code, filled while the line streams by. */
final class ClaudeLine {

    private static final LineJson.Field<ClaudeLine> FIELDS = ClaudeLine::read;
    private static final LineJson.Field<ClaudeLine> MESSAGE = ClaudeLine::readMessage;

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

    static ClaudeLine of(LineJson json) {
        var line = new ClaudeLine();
        json.fields(line, FIELDS);
        return line;
    }

    private void read(String name, LineJson json) {
        switch (name) {
            case "timestamp" -> at = json.time();
            case "sessionId" -> session = json.uuid();
            case "cwd" -> folder = json.path();
            case "uuid" -> uuid = json.name();
            case "isSidechain" -> sidechain = json.yes();
            case "message" -> json.fields(this, MESSAGE);
            default -> json.skip();
        }
    }

    private void readMessage(String name, LineJson json) {
        switch (name) {
            case "id" -> id = json.name();
            case "model" -> model = json.name();
            case "usage" -> readUsage(json);
            default -> json.skip();
        }
    }

    private void readUsage(LineJson json) {
        var read = UsageFields.of(json);
        usage = read.tokens();
        advice = List.copyOf(read.advice);
    }

    private static final class UsageFields {

        private static final LineJson.Field<UsageFields> FIELDS = UsageFields::read;
        private static final LineJson.Field<UsageFields> NUMBERS = UsageFields::readNumbers;
        private static final LineJson.Field<UsageFields> SPLIT = UsageFields::readSplit;
        private static final LineJson.Element<UsageFields> ITERATION = UsageFields::readIteration;

        private @Nullable String type;
        private @Nullable String model;
        private long input;
        private long output;
        private long cacheRead;
        private long cacheWrite;
        private long cacheWrite1h;
        private List<Advice> advice = new ArrayList<>();

        static UsageFields of(LineJson json) {
            var fields = new UsageFields();
            json.fields(fields, FIELDS);
            return fields;
        }

        private void read(String name, LineJson json) {
            if (name.equals("iterations")) {
                advice.clear(); // of two fields with one name the last counts
                json.elements(this, ITERATION);
            } else {
                readNumbers(name, json);
            }
        }

        private void readNumbers(String name, LineJson json) {
            switch (name) {
                case "type" -> type = json.name();
                case "model" -> model = json.name();
                case "input_tokens" -> input = json.tokens();
                case "output_tokens" -> output = json.tokens();
                case "cache_read_input_tokens" -> cacheRead = json.tokens();
                case "cache_creation_input_tokens" -> cacheWrite = json.tokens();
                case "cache_creation" -> json.fields(this, SPLIT);
                default -> json.skip();
            }
        }

        private void readSplit(String name, LineJson json) {
            if (name.equals("ephemeral_1h_input_tokens")) {
                cacheWrite1h = json.tokens();
            } else {
                json.skip();
            }
        }

        /** Only an adviser's tokens are extra; the message's own iterations repeat what stands above them. */
        private void readIteration(LineJson json) {
            var iteration = new UsageFields();
            json.fields(iteration, NUMBERS);
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
