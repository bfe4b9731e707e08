package app.recount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A session of one tool whose log grows by one call at a time, as the tool itself would write it. */
abstract class Conversation {

    private final UUID id = UUID.randomUUID();
    private int calls;

    /**
     * A session that has begun just now.
     *
     * @param tool as analysis runs name it
     * @param folder where the agent works
     */
    static Conversation with(String tool, Path home, Path folder) {
        return switch (tool) {
            case "claude-code" -> new Claude(home, folder);
            case "codex" -> new Codex(home, folder);
            case "amp" -> new Amp(home);
            default -> throw new IllegalArgumentException(tool);
        };
    }

    final String id() {
        return id.toString();
    }

    final void call(long input, long output) throws IOException {
        calls++;
        write(calls, Instant.now(), input, output);
    }

    abstract void write(int number, Instant at, long input, long output) throws IOException;

    private static void append(Path file, String lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static final class Claude extends Conversation {

        private final Path file;
        private final Path folder;

        Claude(Path home, Path folder) {
            this.file = home.resolve(".claude/projects/-code").resolve(id() + ".jsonl");
            this.folder = folder;
        }

        @Override
        void write(int number, Instant at, long input, long output) throws IOException {
            append(file, """
                    {"type":"assistant","timestamp":"%s","sessionId":"%s","cwd":"%s","isSidechain":false,\
                    "message":{"id":"msg_%s_%d","model":"claude-sonnet-4-5","usage":{"input_tokens":%d,"output_tokens":%d}}}
                    """.formatted(at, id(), folder, id(), number, input, output));
        }
    }

    private static final class Codex extends Conversation {

        private final Path file;
        private final Path folder;
        private long inputSoFar;
        private long outputSoFar;

        Codex(Path home, Path folder) {
            this.file = home.resolve(".codex/sessions/2026/11/23")
                    .resolve("rollout-2026-11-23T09-00-00-" + id() + ".jsonl");
            this.folder = folder;
        }

        @Override
        void write(int number, Instant at, long input, long output) throws IOException {
            if (number == 1) {
                append(file, """
                        {"timestamp":"%s","type":"session_meta","payload":{"id":"%s","cwd":"%s"}}
                        """.formatted(at, id(), folder));
            }
            inputSoFar += input;
            outputSoFar += output;
            append(file, """
                    {"timestamp":"%s","type":"event_msg","payload":{"type":"token_count","info":{"total_token_usage":%s,"last_token_usage":%s}}}
                    """.formatted(at, usage(inputSoFar, outputSoFar), usage(input, output)));
        }

        private static String usage(long input, long output) {
            return """
                    {"input_tokens":%d,"cached_input_tokens":0,"output_tokens":%d,"reasoning_output_tokens":0,"total_tokens":%d}""".formatted(input, output, input + output);
        }
    }

    /** Amp keeps a thread as one JSON file, written anew each time. */
    private static final class Amp extends Conversation {

        private final Path file;
        private final List<String> messages = new ArrayList<>();

        Amp(Path home) {
            this.file = home.resolve(".local/share/amp/threads").resolve("T-" + id() + ".json");
        }

        @Override
        void write(int number, Instant at, long input, long output) throws IOException {
            messages.add("""
                    {"role":"assistant","messageId":%d,"usage":{"model":"claude-sonnet-4-5","inputTokens":%d,"outputTokens":%d,\
                    "cacheCreationInputTokens":0,"cacheReadInputTokens":0,"timestamp":"%s"}}""".formatted(number, input, output, at));
            Files.createDirectories(file.getParent());
            Files.writeString(file, "{\"id\":\"T-%s\",\"messages\":[%s]}".formatted(id(), String.join(",", messages)));
        }
    }
}
