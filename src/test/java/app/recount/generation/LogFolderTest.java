package app.recount.generation;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.store.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder of logs as claude-mem leaves it: noise, other things, and somebody who is still writing. */
class LogFolderTest extends GenerationTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private Path logs;

    @BeforeEach
    void make_folder() throws IOException {
        logs = Files.createDirectories(directory.path().resolve("logs"));
    }

    private ImportReport run(ZoneId zone) {
        return generation
                .imports()
                .run(new GenerationImport.Wish(directory, Optional.empty(), zone, false), Progress.NONE);
    }

    private static String usage(String time, long in, long out, String cost) {
        return "[%s] [INFO ] [SDK   ] OpenRouter API usage {model=m, inputTokens=%d, outputTokens=%d, totalTokens=%d, costUSD=%s}"
                .formatted(time, in, out, in + out, cost);
    }

    private record Sum(long calls, long in, long out, BigDecimal cost) {
        static final Sum NONE = new Sum(0, 0, 0, BigDecimal.ZERO);

        Sum plus(long moreIn, long moreOut, BigDecimal moreCost) {
            return new Sum(calls + 1, in + moreIn, out + moreOut, cost.add(moreCost));
        }
    }

    private Map<LocalDate, Sum> kept() {
        var sums = new TreeMap<LocalDate, Sum>();
        for (var leftover : generation.leftovers().list(directory)) {
            var figures = leftover.figures();
            sums.put(
                    leftover.day(),
                    sums.getOrDefault(leftover.day(), Sum.NONE)
                            .plus(
                                    figures.tokensInput().orElseThrow(),
                                    figures.tokensOutput().orElseThrow(),
                                    figures.costUsd().orElse(BigDecimal.ZERO)));
        }
        return sums;
    }

    private Sum on(String day) {
        return kept().getOrDefault(LocalDate.parse(day), Sum.NONE);
    }

    /** Adds the lines up with a pattern of its own and knows nothing of how an import reads them. */
    private static void addByHand(byte[] log, Map<LocalDate, Sum> sums) {
        var line = Pattern.compile(
                "^\\[(\\S+ \\S+)\\] \\[INFO \\] \\[SDK   \\] OpenRouter API usage \\{model=m, inputTokens=(\\d+), outputTokens=(\\d+), totalTokens=\\d+, costUSD=([\\d.]+)\\}\\r?\\n",
                Pattern.MULTILINE | Pattern.UNIX_LINES);
        var found = line.matcher(new String(log, StandardCharsets.ISO_8859_1));
        while (found.find()) {
            var day = LocalDateTime.parse(found.group(1), LOCAL)
                    .atZone(BERLIN)
                    .withZoneSameInstant(ZoneOffset.UTC)
                    .toLocalDate();
            sums.put(
                    day,
                    sums.getOrDefault(day, Sum.NONE)
                            .plus(
                                    Long.parseLong(found.group(2)),
                                    Long.parseLong(found.group(3)),
                                    new BigDecimal(found.group(4))));
        }
    }

    private static byte[] noisyLog(Random random, Instant start, int lines, String end) throws IOException {
        var log = new ByteArrayOutputStream();
        var at = start;
        for (int n = 0; n < lines; n++) {
            at = at.plusMillis(1 + random.nextInt(90_000));
            var time = LOCAL.format(at.atZone(BERLIN));
            switch (random.nextInt(8)) {
                case 0 -> {
                    log.write(("[" + time + "] [DEBUG] [HTTP  ] ").getBytes(StandardCharsets.UTF_8));
                    log.write(new byte[] {(byte) 0xff, (byte) 0xc3, 0, (byte) 0x80});
                    write(log, "x".repeat(random.nextInt(40_000)) + end);
                }
                case 1 -> write(log, "    at somewhere (in a trace.ts:1:1)" + end);
                case 2 -> write(log, usage(time, 1, 1, "0.5").substring(0, 60) + end);
                case 3 -> write(log, "[" + time + "] [INFO ] [DB    ] [session-3] STORED {obsIds=[1]}" + end);
                default -> {
                    var cost = BigDecimal.valueOf(random.nextInt(1_000_000), 8).toPlainString();
                    write(log, usage(time, random.nextInt(50_000), random.nextInt(3_000), cost) + end);
                }
            }
        }
        return log.toByteArray();
    }

    private static void write(OutputStream log, String text) throws IOException {
        log.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void each_day_has_what_adding_its_lines_up_by_hand_gives_whatever_stands_between_them(long seed)
            throws IOException {
        var random = new Random(seed);
        var byHand = new TreeMap<LocalDate, Sum>();
        var plain = noisyLog(random, Instant.parse("2026-03-28T22:00:00Z"), 3000, "\n"); // over a change to summer time
        Files.write(logs.resolve("claude-mem-2026-03-28.log"), plain);
        addByHand(plain, byHand);
        var windows = noisyLog(random, Instant.parse("2026-05-11T10:00:00Z"), 1000, "\r\n");
        Files.write(logs.resolve("claude-mem-2026-05-11.log"), windows);
        addByHand(windows, byHand);
        var packed = noisyLog(random, Instant.parse("2026-06-01T10:00:00Z"), 1000, "\n");
        try (var out = new GZIPOutputStream(Files.newOutputStream(logs.resolve("claude-mem-2026-06-01.log.1.gz")))) {
            out.write(packed);
        }
        addByHand(packed, byHand);

        run(BERLIN);

        assertThat(byHand).hasSizeGreaterThan(3);
        assertThat(kept()).isEqualTo(byHand);
        assertThat(run(BERLIN).leftovers().changed()).isZero();
    }

    @Test
    void a_log_of_three_hundred_megabytes_is_read_as_it_comes() throws IOException {
        var noise = ("[2026-05-11 09:00:00.000] [DEBUG] [HTTP  ] " + "x".repeat(956) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        try (var out = new GZIPOutputStream(Files.newOutputStream(logs.resolve("claude-mem-2026-05-11.log.gz")))) {
            for (int n = 0; n < 300_000; n++) {
                out.write(noise);
                if (n % 1000 == 0) {
                    write(out, usage("2026-05-11 09:00:00.000", n, 1, "0.001") + "\n");
                }
            }
        }

        var report = run(ZoneOffset.UTC);

        assertThat(report.logs().lines()).isEqualTo(300_300);
        assertThat(on("2026-05-11").cost()).isEqualByComparingTo("0.3");
    }

    @Test
    @Timeout(60)
    @DisabledOnOs(OS.WINDOWS)
    void pipes_and_links_that_lead_nowhere_are_passed_over_and_a_linked_log_counts_once() throws Exception {
        var log = Files.writeString(
                logs.resolve("claude-mem-2026-05-11.log"), usage("2026-05-11 09:00:00.000", 1, 2, "0.5") + "\n");
        var pipe = logs.resolve("claude-mem-2026-05-12.log");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Files.createSymbolicLink(logs.resolve("claude-mem-2026-05-13.log"), pipe);
        Files.createSymbolicLink(logs.resolve("claude-mem-2026-05-14.log"), logs.resolve("claude-mem-2026-05-14.log"));
        Files.createSymbolicLink(logs.resolve("claude-mem-2026-05-15.log"), logs.resolve("gone"));
        Files.createSymbolicLink(logs.resolve("claude-mem-2026-05-11.log.1"), log);

        assertThat(run(ZoneOffset.UTC).logs().files()).isEqualTo(2);
        assertThat(on("2026-05-11").calls()).isEqualTo(1);
    }

    @Test
    void a_log_that_grows_while_it_is_read_is_whole_in_the_end_and_never_too_much() throws Exception {
        var log = logs.resolve("claude-mem-2026-05-11.log");
        Files.createFile(log);
        int lines = 3000;
        var done = new AtomicBoolean();
        try (var writer = Executors.newSingleThreadExecutor()) {
            var writing = writer.submit(() -> {
                try (var out = Files.newOutputStream(log, StandardOpenOption.APPEND)) {
                    for (int n = 0; n < lines; n++) {
                        var line = usage("2026-05-11 09:00:00.%03d".formatted(n / 3), 7, 1, "0.01") + "\n";
                        write(out, line.substring(0, 40)); // what is read now ends in the middle
                        write(out, line.substring(40));
                    }
                }
                done.set(true);
                return null;
            });
            long before = 0;
            while (!done.get()) {
                run(ZoneOffset.UTC);
                long now = kept().values().stream().mapToLong(Sum::calls).sum();
                assertThat(now).isBetween(before, (long) lines);
                before = now;
            }
            writing.get();
        }

        run(ZoneOffset.UTC);

        assertThat(on("2026-05-11")).isEqualTo(new Sum(lines, 7L * lines, lines, new BigDecimal("30.00")));
    }
}
