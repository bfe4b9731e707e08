package app.recount;

import static org.assertj.core.api.Assertions.assertThat;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No reader's memory grows with what it reads: a process of 128 MB meets files that are larger, in every place where it reads one. */
class SmallHeapTest {

    private static final String BETWEEN = "11111111-1111-4111-8111-111111111111";
    private static final String ENDLESS = "22222222-2222-4222-8222-222222222222";
    private static final String BOMB = "33333333-3333-4333-8333-333333333333";
    private static final String THREAD = "44444444-4444-4444-8444-444444444444";

    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path home;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void files_of_200_megabytes_are_read_or_refused() throws Exception {
        readsOrRefuses(200);
    }

    @Test
    @Tag("stress")
    void files_of_2_gigabytes_are_read_or_refused() throws Exception {
        readsOrRefuses(2_048);
    }

    private void readsOrRefuses(long megabytes) throws Exception {
        for (var name : List.of("backfill.json", "telemetry.json", "recount/settings.json", "recount/prices.json")) {
            hole(home.resolve(name), "{\"a\":\"", megabytes, "\"}");
        }
        hole(claude(BETWEEN), answer(BETWEEN, 1) + "\n", megabytes, "\n" + answer(BETWEEN, 2) + "\n");
        hole(claude(ENDLESS), answer(ENDLESS, 3) + "\n", megabytes, "");
        hole(home.resolve(".local/share/amp/threads/T-" + THREAD + ".json"), "{\"x\":\"", megabytes, "\"}");
        bomb(home.resolve(".codex/sessions/2026/06/01/rollout-2026-06-01T09-00-00-" + BOMB + ".jsonl.zst"));

        var said = run();

        assertThat(said)
                .contains("marker UNREADABLE", "telemetry Malformed[reason=consent.malformed.unreadable]")
                .contains("settings SETTINGS_UNREADABLE", "prices PRICES_INVALID")
                .contains("claude [Optional[23], 1, false]", "claude [Optional[13], 0, false]")
                .contains("codex [Optional.empty, 0, true]", "amp [Optional.empty, 0, true]");
    }

    private List<String> run() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var errors = home.resolve("errors.txt");
        var process = new ProcessBuilder(
                        java.toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SmallHeapProcess.class.getName(),
                        home.toString())
                .redirectError(errors.toFile())
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return said;
    }

    private Path claude(String session) {
        return home.resolve(".claude/projects/-home-dev-x/" + session + ".jsonl");
    }

    private static String answer(String session, int output) {
        return """
                {"type":"assistant","timestamp":"2026-06-01T10:00:00Z","sessionId":"%s","message":{"id":"msg_%d",\
                "model":"m","usage":{"input_tokens":10,"output_tokens":%d}}}""".formatted(session, output, output);
    }

    /** A file with zeros in its middle, which take no room on the disk. */
    private static void hole(Path file, String before, long megabytes, String after) throws IOException {
        Files.createDirectories(file.getParent());
        try (var written = new RandomAccessFile(file.toFile(), "rw")) {
            written.write(before.getBytes(StandardCharsets.UTF_8));
            written.setLength(written.length() + megabytes * MEGABYTE);
            written.seek(written.length());
            written.write(after.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void bomb(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (var out = new ZstdOutputStream(Files.newOutputStream(file))) {
            for (var megabyte = 0; megabyte < 70; megabyte++) {
                out.write(new byte[(int) MEGABYTE]);
            }
        }
    }
}
