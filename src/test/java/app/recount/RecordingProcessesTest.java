package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.generation.CompressionStore;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several workers and hooks record at once, each in a process of its own, into a store that is not there yet. */
class RecordingProcessesTest {

    private static final int PROCESSES = 4;
    private static final int TURNS = 50;

    @TempDir
    Path folder;

    @Test
    void what_several_processes_tell_at_once_is_kept_whole_and_each_turn_once() throws Exception {
        var memory = Files.createDirectory(folder.resolve("memory"));
        var processes = new ArrayList<Process>();
        for (int number = 0; number < PROCESSES; number++) {
            processes.add(start(memory));
        }
        for (int number = 0; number < PROCESSES; number++) {
            try (var in = processes.get(number).getOutputStream()) {
                in.write(lines("own" + number).getBytes(StandardCharsets.UTF_8));
                in.write(lines("shared").getBytes(StandardCharsets.UTF_8));
            }
        }
        for (var process : processes) {
            assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEmpty();
            assertThat(process.waitFor()).isZero();
        }

        var directory = DataDirectory.locate(new Environment(Map.of(), folder, "linux"), Optional.of(memory));
        try (var store = new RecountStore(RecountHome.at(folder.resolve("recount")))) {
            assertThat(new CompressionStore(store).list(directory)).hasSize((PROCESSES + 1) * TURNS);
        }
    }

    private static String lines(String session) {
        return IntStream.range(0, TURNS)
                .mapToObj(turn -> """
                        {"memory_session_id": "%s", "turn": %d, "tokens_input": %d, "cost_usd": 0.1, "provider": "p", "outcome": "ok"}
                        """.formatted(session, turn, turn))
                .collect(Collectors.joining());
    }

    private Process start(Path memory) throws IOException {
        var builder = JavaProcess.of(Recount.class, "generation", "record", "--lines", "-");
        builder.environment().put("RECOUNT_HOME", folder.resolve("recount").toString());
        builder.environment().put("CLAUDE_MEM_DATA_DIR", memory.toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }
}
