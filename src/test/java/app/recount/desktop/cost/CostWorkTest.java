package app.recount.desktop.cost;

import static app.recount.memory.MemoryFixture.memory;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.Tracking;
import app.recount.desktop.Desks;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.IdleWorkspace;
import app.recount.desktop.shell.Notices;
import app.recount.generation.CompressionStore;
import app.recount.generation.Generation;
import app.recount.generation.GenerationStatements;
import app.recount.generation.TableMigration.Direction;
import app.recount.memory.MemoryFixture;
import app.recount.memory.MemoryReader;
import app.recount.memory.StatementWatch;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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

    private CostWork work;

    @BeforeEach
    void start() {
        var environment = new Environment(Map.of(), folder, "linux");
        var home = RecountHome.at(folder.resolve("recount"));
        store = new RecountStore(home);
        tracking = Tracking.with(environment, home, store, CLOCK, new Texts());
        var turns = new CompressionStore(store);
        var reader = new MemoryReader(home, turns, List.of(new GenerationStatements()), StatementWatch.NONE);
        var generation = Generation.with(
                environment,
                CLOCK,
                store,
                turns,
                reader,
                () -> tracking.analyses().prices());
        work = new CostWork(
                Desks.in(folder, background, notices),
                new CostModel(new Texts()),
                IdleWorkspace.in(folder.resolve("shown"), background),
                () -> generation);
    }

    @Test
    void the_table_is_installed_in_the_data_directory_that_was_asked_about_whatever_is_shown() throws Exception {
        var asked = directory("asked");
        var shown = directory("shown");

        work.migrate(asked, Direction.INSTALL);
        while (notices.standing().isEmpty()) {
            var next = window.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("it is said").isNotNull();
            next.run();
        }

        assertThat(hasTable(asked)).isTrue();
        assertThat(hasTable(shown)).isFalse();
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
