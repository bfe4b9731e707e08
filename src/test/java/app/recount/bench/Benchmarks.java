package app.recount.bench;

import app.recount.desktop.activity.DaysBenchmark;
import java.nio.file.Path;

/**
 * Runs the benchmark that is named first: {@code logs}, {@code memory}, {@code days} or {@code scroll}, then how many bytes, rows or
 * days; or {@code window} and nothing more. What it makes stands below the folder of the system property {@code recount.benchFolder},
 * where the next run finds it.
 */
final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] args) throws Exception {
        var words = String.join(" ", args).split(" ", -1);
        var folder = Path.of(System.getProperty("recount.benchFolder", "target/bench"))
                .toAbsolutePath();
        var image =
                Path.of(System.getProperty("recount.image", "target/recount")).toAbsolutePath();
        switch (words[0]) {
            case "logs" -> new LogsBenchmark(folder, image, Long.parseLong(words[1])).run();
            case "memory" -> new MemoryBenchmark(folder, image, Integer.parseInt(words[1])).run();
            case "days" -> DaysBenchmark.run(Integer.parseInt(words[1]));
            case "scroll" -> new ScrollBenchmark(folder, Integer.parseInt(words[1])).run();
            case "window" -> new WindowBenchmark(folder, image).run();
            default -> throw new IllegalArgumentException("logs, memory, days, scroll or window, not " + words[0]);
        }
    }
}
