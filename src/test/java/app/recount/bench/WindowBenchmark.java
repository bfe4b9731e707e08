package app.recount.bench;

import app.recount.demo.DemoMemory;
import app.recount.session.LogFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The packaged program's window on a display without a screen: when its first frame is there, when the history is drawn, and what it
 * takes while nobody touches it and one session goes on. The Activity page lies in front.
 */
final class WindowBenchmark {

    private static final int STARTS = 7;
    private static final Duration SETTLE = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LINE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Of the bars of the light theme's chart; some hundred pixels of it are a chart. */
    private static final int BAR = 0x80ccff;

    private static final int CHART = 300;

    private final Path folder;
    private final Path image;

    WindowBenchmark(Path folder, Path image) {
        this.folder = folder.resolve("window");
        this.image = image;
    }

    void run() throws Exception {
        LogsBenchmark.clear(folder);
        new DemoMemory(Clock.systemUTC()).in(folder.resolve(".claude-mem"), DemoMemory.DEFAULT_SEED);
        var log = LogFixture.claude(folder, "0b6f3a52-7f0e-4a8e-9a51-6f1f3c0a9d11", "/code/rivers");
        log.call(Instant.now().toString(), 1000, 100);
        try (var screen = new VirtualScreen(folder.resolve("screen"))) {
            for (int n = 0; n <= STARTS; n++) {
                start(screen, n == 0 ? "(not counted)" : "no. " + n);
            }
            rest(screen, log);
        }
    }

    private void start(VirtualScreen screen, String name) throws Exception {
        var begun = System.nanoTime();
        var program = launch(screen);
        try {
            await(screen::isPainted);
            var first = millisSince(begun);
            await(() -> screen.count(BAR) > CHART);
            System.out.printf("start %s: first frame %d ms, the history %d ms%n", name, first, millisSince(begun));
        } finally {
            end(program);
        }
        await(() -> !screen.isPainted());
    }

    private void rest(VirtualScreen screen, LogFixture log) throws Exception {
        var program = launch(screen);
        try {
            await(() -> screen.count(BAR) > CHART);
            goOn(log, SETTLE);
            var before = cpu(program);
            var begun = System.nanoTime();
            goOn(log, REST);
            System.out.printf(
                    "at rest: %.2f %% of one processor, %d MB resident (%d MB at most)%n",
                    100 * (cpu(program) - before) / ((System.nanoTime() - begun) / 1e9),
                    status(program, "VmRSS:") >> 10,
                    status(program, "VmHWM:") >> 10);
        } finally {
            end(program);
        }
    }

    /** A session that writes a line every few seconds. */
    private static void goOn(LogFixture log, Duration length) throws IOException {
        var end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(LINE.toNanos());
            log.call(Instant.now().toString(), 1000, 100);
        }
    }

    private Process launch(VirtualScreen screen) throws IOException {
        var builder = new ProcessBuilder(image.resolve("bin/recount").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "HOME", folder.toString(),
                        "PATH", Objects.requireNonNull(System.getenv("PATH")),
                        "DISPLAY", screen.display(),
                        // what stands in for a graphics card here is slower than JavaFX's own painter
                        "JAVA_TOOL_OPTIONS", "-Dprism.order=sw",
                        "RECOUNT_JAVA", Objects.requireNonNull(System.getProperty("java.home"))));
        return builder.start();
    }

    private static void end(Process program) throws InterruptedException {
        program.destroy();
        program.waitFor();
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the window did not get there");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(3));
        }
    }

    private static long millisSince(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static double cpu(Process program) {
        return program.toHandle().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    /** A line of the process's status, in KiB. */
    private static long status(Process program, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + program.pid() + "/status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
