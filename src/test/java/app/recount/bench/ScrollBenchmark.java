package app.recount.bench;

import app.recount.desktop.activity.Scrolling;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Activity page's table of many days, scrolled in a window on a display without a screen. */
final class ScrollBenchmark {

    private final Path folder;
    private final int days;

    ScrollBenchmark(Path folder, int days) {
        this.folder = folder.resolve("scroll");
        this.days = days;
    }

    void run() throws Exception {
        LogsBenchmark.clear(folder);
        var home = Files.createDirectories(folder.resolve("home"));
        try (var screen = new VirtualScreen(folder.resolve("screen"))) {
            new Program(folder, home, folder.resolve("recount"))
                    .on(screen)
                    .inside(Scrolling.class, home.toString(), Integer.toString(days));
        }
    }
}
