package app.recount.bench;

import app.recount.demo.DemoMemory;
import app.recount.session.LogFixture;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/**
 * The packaged program's window on a display without a screen: when its first frame is there, when the history is drawn, and what it
 * takes while nobody touches it and one session goes on. The Activity page lies in front.
 */
final class WindowBenchmark {

    private static final String JAVA_HOME = Objects.requireNonNull(System.getProperty("java.home"));
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
            var floor = new ArrayList<Start>();
            var starts = new ArrayList<Start>();
            for (int n = 0; n < STARTS; n++) {
                floor.add(start(screen, plainWindow(), () -> true));
                starts.add(start(screen, program(), () -> screen.count(BAR) > CHART));
            }
            print("a JavaFX window with one label", floor, floor);
            print("the window", starts, floor);
            rest(screen, log);
        }
    }

    /** Milliseconds from the start of the process, and the processor time up to the first frame. */
    private record Start(double first, double content, double cpu) {}

    private Start start(VirtualScreen screen, List<String> command, BooleanSupplier content) throws Exception {
        var begun = System.nanoTime();
        var program = launch(screen, command);
        try {
            await(screen::isPainted);
            var first = millisSince(begun);
            var cpu = cpu(program) * 1000;
            await(content);
            return new Start(first, millisSince(begun), cpu);
        } finally {
            end(program);
            await(() -> !screen.isPainted());
        }
    }

    private static void print(String name, List<Start> starts, List<Start> floor) {
        System.out.printf(
                "%s, median of %d: first frame %.0f ms (%.1f times the floor), cpu until then %.0f ms (%.1f times), content %.0f ms%n",
                name,
                starts.size(),
                median(starts, Start::first),
                median(starts, Start::first) / median(floor, Start::first),
                median(starts, Start::cpu),
                median(starts, Start::cpu) / median(floor, Start::cpu),
                median(starts, Start::content));
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> what) {
        return starts.stream()
                .mapToDouble(what)
                .sorted()
                .skip(starts.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private void rest(VirtualScreen screen, LogFixture log) throws Exception {
        var program = launch(screen, program());
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

    private List<String> program() {
        return List.of(image.resolve("bin/recount").toString());
    }

    /** With the Java, the flags and the cache of the package; a class path may be longer than the cache's. */
    private List<String> plainWindow() {
        var runtime = image.resolve("runtime/bin/java");
        boolean packed = Files.exists(runtime);
        return List.of(
                packed ? runtime.toString() : Path.of(JAVA_HOME, "bin", "java").toString(),
                "@" + image.resolve("bin/java.args"),
                "-XX:AOTCache=" + image.resolve("lib/window.aot"),
                "-cp",
                image.resolve("lib/recount.jar") + File.pathSeparator + System.getProperty("java.class.path"),
                PlainWindow.class.getName());
    }

    private Process launch(VirtualScreen screen, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "HOME",
                        folder.toString(),
                        "PATH",
                        Objects.requireNonNull(System.getenv("PATH")),
                        "DISPLAY",
                        screen.display(),
                        "GDK_GL",
                        "disable",
                        // what stands in for a graphics card here is slower than JavaFX's own painter
                        "JAVA_TOOL_OPTIONS",
                        "-Dprism.order=sw",
                        "RECOUNT_JAVA",
                        JAVA_HOME));
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
