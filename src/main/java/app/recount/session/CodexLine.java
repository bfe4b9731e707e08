package app.recount.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The fields that matter of one line of Codex, filled while the line streams by. */
final class CodexLine {

    static final TokenCount ONE_CALL = new TokenCount(0, 0, 0, 0, 0, 0, 1);

    @Nullable
    Instant at;

    @Nullable
    String type;

    final Payload payload = new Payload();

    static CodexLine of(JsonParser json) {
        var line = new CodexLine();
        LogJson.fields(json, line::read);
        return line;
    }

    private void read(String name, JsonParser json) {
        switch (name) {
            case "timestamp" -> at = LogJson.time(json);
            case "type" -> type = LogJson.name(json);
            case "payload" -> LogJson.fields(json, payload::read);
            default -> json.skipChildren();
        }
    }

    boolean tellsUsage() {
        return "event_msg".equals(type) && "token_count".equals(payload.type);
    }

    boolean tellsModel() {
        return "turn_context".equals(type);
    }

    boolean tellsSession() {
        return "session_meta".equals(type);
    }

    /** The fields of the kinds of line that matter; no name means two things. */
    static final class Payload {

        @Nullable
        String type;

        @Nullable
        String id;

        @Nullable
        String folder;

        @Nullable
        String model;

        @Nullable
        Numbers total;

        @Nullable
        Numbers last;

        private @Nullable String forkedFrom;
        private @Nullable String spawnedBy;

        @Nullable
        String parent() {
            return forkedFrom != null ? forkedFrom : spawnedBy;
        }

        private void read(String name, JsonParser json) {
            switch (name) {
                case "type" -> type = LogJson.name(json);
                case "id" -> id = LogJson.uuid(json);
                case "cwd" -> folder = LogJson.path(json);
                case "model" -> model = LogJson.name(json);
                case "forked_from_id" -> forkedFrom = LogJson.uuid(json);
                case "source" -> inside(json, "subagent", () -> inside(json, "thread_spawn", () -> readSpawn(json)));
                case "info" -> LogJson.fields(json, this::readNumbers);
                default -> json.skipChildren();
            }
        }

        private void readSpawn(JsonParser json) {
            inside(json, "parent_thread_id", () -> spawnedBy = LogJson.uuid(json));
        }

        private static void inside(JsonParser json, String field, Runnable reader) {
            LogJson.fields(json, (name, value) -> {
                if (name.equals(field)) {
                    reader.run();
                } else {
                    value.skipChildren();
                }
            });
        }

        private void readNumbers(String name, JsonParser json) {
            switch (name) {
                case "total_token_usage" -> total = Numbers.of(json);
                case "last_token_usage" -> last = Numbers.of(json);
                default -> json.skipChildren();
            }
        }
    }

    /** Codex's own numbers. */
    static final class Numbers {

        private long input;
        private long cached;
        private long output;
        private long reasoning;
        private long total;

        static @Nullable Numbers of(JsonParser json) {
            var isThere = json.currentToken() == JsonToken.START_OBJECT;
            var numbers = new Numbers();
            LogJson.fields(json, numbers::read);
            return isThere ? numbers : null;
        }

        private void read(String name, JsonParser json) {
            switch (name) {
                case "input_tokens" -> input = LogJson.tokens(json);
                case "cached_input_tokens" -> cached = LogJson.tokens(json);
                case "output_tokens" -> output = LogJson.tokens(json);
                case "reasoning_output_tokens" -> reasoning = LogJson.tokens(json);
                case "total_tokens" -> total = LogJson.tokens(json);
                default -> json.skipChildren();
            }
        }

        /** As they stand: two lines with the same ones tell of the same moment. */
        String name() {
            return "total:" + input + "," + cached + "," + output + "," + reasoning + "," + total;
        }

        /** What is cached is part of the input; what is reasoned is part of the output. */
        TokenCount tokens() {
            var read = Math.min(cached, input);
            return new TokenCount(input - read, read, 0, 0, output, Math.min(reasoning, output), 0);
        }
    }
}
