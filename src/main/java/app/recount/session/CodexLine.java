package app.recount.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fields that matter of one line of Codex, filled while the line streams by. */
final class CodexLine {

    private static final LineJson.Field<CodexLine> FIELDS = CodexLine::read;

    static final TokenCount ONE_CALL = new TokenCount(0, 0, 0, 0, 0, 0, 1);

    @Nullable
    Instant at;

    @Nullable
    String type;

    final Payload payload = new Payload();

    static CodexLine of(LineJson json) {
        var line = new CodexLine();
        json.fields(line, FIELDS);
        return line;
    }

    private void read(String name, LineJson json) {
        switch (name) {
            case "timestamp" -> at = json.time();
            case "type" -> type = json.name();
            case "payload" -> json.fields(payload, Payload.FIELDS);
            default -> json.skip();
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

        private static final LineJson.Field<Payload> FIELDS = Payload::read;
        private static final LineJson.Field<Payload> INFO = Payload::readNumbers;

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

        private void read(String name, LineJson json) {
            switch (name) {
                case "type" -> type = json.name();
                case "id" -> id = json.uuid();
                case "cwd" -> folder = json.path();
                case "model" -> model = json.name();
                case "forked_from_id" -> forkedFrom = json.uuid();
                case "source" -> inside(json, "subagent", () -> inside(json, "thread_spawn", () -> readSpawn(json)));
                case "info" -> json.fields(this, INFO);
                default -> json.skip();
            }
        }

        private void readSpawn(LineJson json) {
            inside(json, "parent_thread_id", () -> spawnedBy = json.uuid());
        }

        private static void inside(LineJson json, String field, Runnable reader) {
            json.fields(reader, (found, name, value) -> {
                if (name.equals(field)) {
                    found.run();
                } else {
                    value.skip();
                }
            });
        }

        private void readNumbers(String name, LineJson json) {
            switch (name) {
                case "total_token_usage" -> total = Numbers.of(json);
                case "last_token_usage" -> last = Numbers.of(json);
                default -> json.skip();
            }
        }
    }

    /** Codex's own numbers. */
    static final class Numbers {

        private static final LineJson.Field<Numbers> FIELDS = Numbers::read;

        private long input;
        private long cached;
        private long output;
        private long reasoning;
        private long total;

        static @Nullable Numbers of(LineJson json) {
            var isThere = json.isObject();
            var numbers = new Numbers();
            json.fields(numbers, FIELDS);
            return isThere ? numbers : null;
        }

        private void read(String name, LineJson json) {
            switch (name) {
                case "input_tokens" -> input = json.tokens();
                case "cached_input_tokens" -> cached = json.tokens();
                case "output_tokens" -> output = json.tokens();
                case "reasoning_output_tokens" -> reasoning = json.tokens();
                case "total_tokens" -> total = json.tokens();
                default -> json.skip();
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
