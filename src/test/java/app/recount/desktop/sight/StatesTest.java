package app.recount.desktop.sight;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.demo.DemoMemory;
import app.recount.desktop.FxThread;
import app.recount.desktop.Window;
import app.recount.desktop.analyses.RunsWorld;
import app.recount.memory.MemoryFixture;
import app.recount.memory.StatementWatch;
import app.recount.rehearsal.Fault;
import app.recount.rehearsal.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window in the states that are not the usual one; the pictures are for people to look at. */
class StatesTest {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2024-02-01");
    private static final int MANY = 10_000;

    private static final int LONG = 200;
    private static final String SESSION = "8c41f0d2-5a01-4c5e-9a55-0f6f3ad0b7e3";

    @TempDir
    Path home;

    @Test
    void a_window_without_a_memory_database_is_whole_on_every_page() {
        try (var window = Window.inFreshHome(home).open(900, 600)) {
            var sight = new Sight(window).look("none-activity");
            for (var page : List.of("Analyses", "Sessions", "Receipts")) {
                window.page(page);
                if (page.equals("Sessions")) {
                    window.one(".sessions-empty .counter");
                }
                sight.look("none-" + page.toLowerCase(Locale.ROOT));
            }
            assertThat(sight.problems()).isEmpty();
        }
    }

    @Test
    void a_database_that_cannot_be_read_is_told_of_as_a_whole() throws IOException {
        var database = Files.createDirectories(home.resolve(".claude-mem")).resolve("claude-mem.db");
        Files.writeString(database, "SQLite format 3\0" + "damaged ".repeat(2_000));
        try (var window = Window.inFreshHome(home).open(900, 600)) {
            window.one(".failure-state");
            assertThat(new Sight(window).look("damaged").problems()).isEmpty();
        }
    }

    @Test
    void a_window_that_is_still_reading_says_so() {
        var held = new CountDownLatch(1);
        StatementWatch waiting = (_, _) -> {
            try {
                held.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try (var window = Window.withMemory(home, waiting).show(900, 600)) {
            window.one(".status-bar .progress-bar");
            var sight = new Sight(window).look("reading");
            held.countDown();
            window.one(".day-chart .bar");
            assertThat(sight.problems()).isEmpty();
        } finally {
            held.countDown();
        }
    }

    @Test
    void ten_thousand_days_fit_into_the_window() {
        var fixture = MemoryFixture.memory();
        IntStream.range(0, MANY)
                .forEach(n -> fixture.observation(FIRST_DAY.plusDays(n) + "T10:00:00Z", MemoryFixture.text(1 + n % 7)));
        var folder = home.resolve(".claude-mem");
        assertThat(folder.toFile().mkdirs()).isTrue();
        fixture.writeTo(folder);
        var now = FIRST_DAY
                .plusDays(MANY)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .plus(Duration.ofDays(3));
        try (var window = Window.inHome(home, Clock.fixed(now, ZoneOffset.UTC)).open(900, 600)) {
            window.one(".day-chart");
            var sight = new Sight(window).look("many-activity");
            window.page("Review & send").one(".decision");
            assertThat(sight.look("many-review").problems()).isEmpty();
        }
    }

    @Test
    void a_payload_on_its_hard_way_is_told_of_as_a_whole() throws IOException {
        try (var window = Window.inFreshHome(home).open(900, 600)) {
            var sight = new Sight(window);
            window.press("Explore with demo data").one(".day-chart .bar");
            window.page("Review & send").one("#send");
            window.press("Switch telemetry off…")
                    .await(() -> dialog(".question").isPresent());
            sight.lookAt(() -> dialog(".question").orElseThrow(), "dialog-telemetry-off");
            close(window, ".question");
            window.press("Write zero-event marker…")
                    .await(() -> dialog(".question").isPresent());
            sight.lookAt(() -> dialog(".question").orElseThrow(), "dialog-write-marker");
            close(window, ".question");

            window.press("Not now").await(() -> shows(window, "nothing was sent"));
            window.press("View payload").one("#payload");
            window.press("Back").await(() -> !window.one("#send").isDisabled());
            window.receiverAnswers(FaultPlan.always(Fault.cut(Fault.Moment.AFTER_READING)));
            window.press("Send 212 events").await(() -> shows(window, "The next attempt is at"));
            sight.look("sending");
            window.press("Cancel").one(".status-frame");
            sight.look("unknown");
            window.press("Back to the review").one("#send-again");
            sight.look("waiting");

            window.choose("Help", "About Recount");
            var approved = home.resolve("recount/approved");
            deleteAll(approved, "*.json");
            window.press("View these bytes").await(() -> shows(window, "are missing"));
            spoilAll(approved, "*.delivery");
            window.choose("File", "Open claude-mem’s own database").one(".empty-state");
            window.choose("File", "Explore with demo data").await(() -> shows(window, "was moved aside"));
            sight.look("notices");

            window.page("Receipts").one(".table-row-cell:filled");
            sight.look("notices-receipts");
            window.press("What can be done…").await(() -> dialog(".question").isPresent());
            sight.lookAt(() -> dialog(".question").orElseThrow(), "dialog-withdraw");
            close(window, ".question");
            assertThat(sight.problems()).isEmpty();
        }
    }

    @Test
    void a_refused_payload_and_a_marker_that_cannot_be_read_are_told_of_as_a_whole() throws IOException {
        try (var window = Window.inFreshHome(home).open(900, 600)) {
            var sight = new Sight(window);
            window.press("Explore with demo data").one(".day-chart .bar");
            window.page("Review & send").one("#send");
            window.press("View payload").one("#payload");
            window.press("Back").await(() -> !window.one("#send").isDisabled());
            window.receiverAnswers(FaultPlan.always(Fault.status(401)));
            window.press("Send 212 events").await(() -> shows(window, "401"));
            sight.look("refused");

            Files.writeString(home.resolve("recount/demo/memory/backfill.json"), "{\"completedAt\": \"2026-0");
            window.press("Back to the review").await(() -> shows(window, "cannot be read"));
            sight.look("marker-unreadable");
            assertThat(sight.problems()).isEmpty();
        }
    }

    @Test
    void names_longer_than_any_place_for_them_are_shortened_and_told_in_full() {
        var folder = "f".repeat(LONG);
        try (var world = new RunsWorld(home)) {
            new DemoMemory(world.clock()).in(world.home().resolve(folder), DemoMemory.DEFAULT_SEED);
            world.call(SESSION, "p".repeat(LONG - 20), 5000, 60_000, 340_000, 800);
            var run = world.start("source-" + "s".repeat(LONG), Optional.of(SESSION));
            world.call(SESSION, "p".repeat(LONG - 20), 50, 600, 34_000, 80);
            world.mark(run, "stage " + "of a long way ".repeat(20));
            try (var window = Window.inHome(world.home(), world.clock())
                    .dataDirectory(world.home().resolve(folder))
                    .open(900, 600)) {
                window.one(".day-chart .bar");
                var sight = new Sight(window);
                for (var page : List.of("Activity", "Analyses", "Sessions", "Settings")) {
                    window.page(page);
                    switch (page) {
                        case "Analyses" -> window.labelled("34,730");
                        case "Sessions" -> window.one("#sessions .table-row-cell:filled");
                        default -> window.await(() -> true);
                    }
                    sight.look("long-" + page.toLowerCase(Locale.ROOT));
                }
                window.page("Analyses");
                look(sight, window, "Start…", "#source", "dialog-start");
                look(sight, window, "Mark stage…", "#stage-name", "dialog-mark");
                look(sight, window, "Complete…", "#confirm", "dialog-complete");
                assertThat(sight.problems()).isEmpty();
            }
        }
    }

    private static void look(Sight sight, Window window, String button, String part, String picture) {
        window.press(button).await(() -> dialog(part).isPresent());
        sight.lookAt(() -> dialog(part).orElseThrow(), picture);
        close(window, part);
    }

    private static void spoilAll(Path folder, String glob) throws IOException {
        try (var files = Files.newDirectoryStream(folder, glob)) {
            for (var file : files) {
                Files.writeString(file, "spoiled");
            }
        }
    }

    private static void deleteAll(Path folder, String glob) throws IOException {
        try (var files = Files.newDirectoryStream(folder, glob)) {
            for (var file : files) {
                Files.delete(file);
            }
        }
    }

    private static boolean shows(Window window, String text) {
        return window.lookup(".label").stream()
                .filter(Label.class::isInstance)
                .map(Labeled.class::cast)
                .anyMatch(label -> label.getText() != null && label.getText().contains(text));
    }

    /** A node of whatever dialog is open. */
    private static Optional<Node> dialog(String selector) {
        return javafx.stage.Window.getWindows().stream()
                .map(each -> each.getScene().getRoot().lookup(selector))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static void close(Window window, String selector) {
        FxThread.call(() -> {
            dialog(selector).orElseThrow().getScene().getWindow().hide();
            return selector;
        });
        window.await(() -> dialog(selector).isEmpty());
    }
}
