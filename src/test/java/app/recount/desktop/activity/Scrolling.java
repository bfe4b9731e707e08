package app.recount.desktop.activity;

import app.recount.desktop.FxThread;
import app.recount.desktop.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/**
 * Scrolls the table of days in a window on a real display and prints how far its frames were apart. JavaFX begins sixty frames a second
 * and skips one while the last is still being painted, so that whatever takes too long shows as a gap.
 */
public final class Scrolling {

    /** Before it, days do not count. */
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");

    private static final int FRAMES = 600;
    private static final double FRAME_MILLIS = 1000 / 60.0;
    private static final double ROW_PIXELS = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TableView<?> table;
    private final VirtualFlow<?> flow;

    private Scrolling(Window window) {
        table = (TableView<?>) window.one(".table-view");
        flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
    }

    /** A home folder, and how many days its memory is to have. */
    static void main(String[] args) throws Exception {
        var home = Path.of(args[0]);
        var days = Integer.parseInt(args[1]);
        write(home, days);
        var now = FIRST.plusDays(days + 5L).atStartOfDay(ZoneOffset.UTC).toInstant();
        try (var window = Window.inHome(home, Clock.fixed(now, ZoneOffset.UTC)).open(1280, 800)) {
            FxThread.await(
                    () -> window.one(".table-view") instanceof TableView<?> table
                            && table.getItems().size() >= days,
                    PATIENCE);
            var page = new Scrolling(window);
            page.print("one row a frame", frame -> page.flow.scrollPixels(ROW_PIXELS));
            page.print(
                    "four rows a frame, and back",
                    frame -> page.flow.scrollPixels(frame < FRAMES / 2 ? 4 * ROW_PIXELS : -4 * ROW_PIXELS));
            page.print(
                    "the thumb dragged from one end to the other",
                    frame -> page.flow.setPosition((double) frame / FRAMES));
        }
        System.exit(0); // the toolkit would stay
    }

    private static void write(Path home, int days) throws IOException, SQLException {
        var folder = Files.createDirectories(home.resolve(".claude-mem"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("claude-mem.db"));
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE observations(
                        id INTEGER PRIMARY KEY, memory_session_id TEXT, project TEXT, text TEXT, type TEXT, discovery_tokens INTEGER,
                        created_at_epoch INTEGER)
                    """);
            statement.execute("""
                    WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < %d)
                    INSERT INTO observations
                    SELECT n, 's' || n / 7, 'p' || n %% 9, 'what was found', CASE n %% 3 WHEN 0 THEN 'bugfix' ELSE 'feature' END, n * 7919 %% 90001,
                           (%d + n) * 86400000 + 1
                    FROM numbers
                    """.formatted(days - 1, FIRST.toEpochDay()));
        }
    }

    /** @param move by the number of the frame */
    private void print(String what, IntConsumer move) throws Exception {
        var times = new long[FRAMES];
        var done = new CompletableFuture<long[]>();
        var timer = new AnimationTimer() {
            private int frame;

            @Override
            public void handle(long now) {
                if (frame == FRAMES) {
                    stop();
                    done.complete(times);
                    return;
                }
                times[frame] = System.nanoTime();
                move.accept(frame);
                frame++;
            }
        };
        FxThread.call(() -> {
            table.scrollTo(0);
            timer.start();
            return true;
        });
        var gaps = gaps(done.get());
        var late = Arrays.stream(gaps).filter(gap -> gap > 1.5 * FRAME_MILLIS).count();
        System.out.printf(
                "%s: median %.1f ms from frame to frame, 99 of 100 below %.1f ms, at most %.1f ms, %d of %d late%n",
                what, gaps[gaps.length / 2], gaps[gaps.length * 99 / 100], gaps[gaps.length - 1], late, gaps.length);
    }

    /** In milliseconds, the smallest first. */
    private static double[] gaps(long[] times) {
        var gaps = new double[times.length - 1];
        Arrays.setAll(gaps, n -> (times[n + 1] - times[n]) / 1e6);
        Arrays.sort(gaps);
        return gaps;
    }
}
