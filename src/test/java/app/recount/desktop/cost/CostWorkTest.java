package app.recount.desktop.cost;

import static app.recount.memory.MemoryFixture.memory;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.Tracking;
import app.recount.desktop.Desks;
import app.recount.desktop.FxThread;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.Desk;
import app.recount.desktop.shell.Notices;
import app.recount.desktop.shell.Source;
import app.recount.desktop.shell.Workspace;
import app.recount.generation.CompressionStore;
import app.recount.generation.Generation;
import app.recount.generation.GenerationStatements;
import app.recount.generation.TableMigration.Direction;
import app.recount.memory.MemoryFixture;
import app.recount.memory.MemoryReader;
import app.recount.memory.StatementWatch;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.problem.Problem;
import app.recount.problem.ProblemException;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is confirmed is done where it was asked about. */
class CostWorkTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-12T09:30:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final Notices notices = new Notices();

    @AutoClose
    private final Background background = new Background(window::add, notices::show);

    @AutoClose
    private RecountStore store;

    @AutoClose
    private Tracking tracking;

    private Desk desk;
    private Generation generation;
    private Workspace workspace;
    private CostWork work;

    @BeforeEach
    void start() {
        FxThread.start();
        var environment = new Environment(Map.of(), folder, "linux");
        var home = RecountHome.at(folder.resolve("recount"));
        store = new RecountStore(home);
        tracking = Tracking.with(environment, home, store, CLOCK, new Texts());
        var turns = new CompressionStore(store);
        var reader = new MemoryReader(home, turns, List.of(new GenerationStatements()), StatementWatch.NONE);
        generation = Generation.with(
                environment,
                CLOCK,
                store,
                turns,
                reader,
                () -> tracking.analyses().prices());
        desk = Desks.in(folder, background, notices);
        workspace = new Workspace(
                (request, progress) -> {
                    throw new ProblemException(Problem.of("DB_EMPTY", folder));
                },
                () -> source(DataDirectory.named(folder.resolve("shown"))),
                background,
                "Reading");
        work = new CostWork(desk, new CostModel(new Texts()), workspace, () -> generation);
    }

    @Test
    void the_table_is_installed_in_the_data_directory_that_was_asked_about_whatever_is_shown() throws Exception {
        var asked = directory("asked");
        var shown = directory("shown");

        work.migrate(asked, Direction.INSTALL);
        workUntil(() -> !notices.standing().isEmpty());

        assertThat(hasTable(asked)).isTrue();
        assertThat(hasTable(shown)).isFalse();
    }

    @Test
    void what_logs_know_is_kept_for_the_data_directory_that_was_asked_about_whatever_is_shown() throws Exception {
        var asked = logged("asked");
        var shown = logged("shown");
        workspace.open(source(asked));
        FxThread.call(() -> {
            var owner = new Stage();
            owner.setScene(new Scene(new Pane()));
            owner.show();
            new GatherQuestion(desk, work).ask(owner);
            return owner;
        });
        workUntil(() -> question().isPresent());

        workspace.open(source(shown));
        FxThread.call(() -> {
            press(question().orElseThrow(), "Keep these");
            return work;
        });
        workUntil(() -> !notices.standing().isEmpty());

        assertThat(generation.leftovers().list(asked)).hasSize(1);
        assertThat(generation.leftovers().list(shown)).isEmpty();
    }

    @Test
    void what_logs_know_is_not_told_where_something_else_is_shown_by_then() throws Exception {
        var asked = logged("asked");
        var shown = logged("shown");
        var told = new ArrayList<DataDirectory>();
        workspace.open(source(asked));

        work.foresee(asked, report -> told.add(asked));
        workspace.open(source(shown));
        work.foresee(shown, report -> told.add(shown));
        workUntil(() -> told.contains(shown));

        assertThat(told).containsExactly(shown);
        assertThat(generation.leftovers().list(asked)).isEmpty();
    }

    /** Does what waits for the window's thread. */
    private void workUntil(BooleanSupplier done) throws InterruptedException {
        while (!FxThread.call(done::getAsBoolean)) {
            var next = window.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("something waits for the window").isNotNull();
            FxThread.call(() -> {
                next.run();
                return next;
            });
        }
    }

    private static Optional<Scene> question() {
        return Window.getWindows().stream()
                .filter(each ->
                        each instanceof Stage stage && "What logs and transcripts know".equals(stage.getTitle()))
                .map(Window::getScene)
                .findFirst();
    }

    private static void press(Scene scene, String button) {
        scene.getRoot().lookupAll(".button").stream()
                .filter(each -> each instanceof Button named && button.equals(named.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire();
    }

    private static Source source(DataDirectory directory) {
        return new Source(
                directory,
                Optional.empty(),
                Destination.at("https://us.i.posthog.com", Destination.Origin.DEFAULT),
                ApiKey.rehearsal(),
                false);
    }

    private DataDirectory logged(String name) throws IOException {
        var directory = directory(name);
        Files.writeString(
                Files.createDirectories(directory.path().resolve("logs")).resolve("claude-mem-2026-05-12.log"),
                "[2026-05-12 12:00:00.000] [INFO ] [SDK   ] OpenRouter API usage {model=anthropic/claude-haiku,"
                        + " inputTokens=900, outputTokens=100, totalTokens=1000, costUSD=0.0125}\n");
        return directory;
    }

    private DataDirectory directory(String name) throws IOException {
        var directory = DataDirectory.named(Files.createDirectories(folder.resolve(name)));
        memory().session("2026-05-11T10:00:00Z").writeTo(directory.path());
        return directory;
    }

    private static boolean hasTable(DataDirectory directory) throws SQLException {
        try (var connection = MemoryFixture.connect(directory.database());
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT 1 FROM sqlite_schema WHERE name = 'compression_events'")) {
            return rows.next();
        }
    }
}
