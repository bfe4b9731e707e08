package app.recount.desktop.cost;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.Tracking;
import app.recount.delivery.Backfill;
import app.recount.demo.DemoMemory;
import app.recount.desktop.Desks;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.Job;
import app.recount.desktop.shell.Notices;
import app.recount.desktop.shell.Source;
import app.recount.desktop.shell.Workspace;
import app.recount.generation.CompressionStore;
import app.recount.generation.Generation;
import app.recount.generation.GenerationStatements;
import app.recount.memory.MemoryReader;
import app.recount.memory.StatementWatch;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.problem.Problem;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.ProgramVersion;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page says why it shows nothing, instead of reading without end. */
class CostUnreadTest {

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
    private RecountStore gathered;

    @AutoClose
    private Tracking tracking;

    private RecountHome gatheredHome;
    private CostModel model;
    private Workspace workspace;
    private CostWork work;

    @BeforeEach
    void start() throws IOException {
        var texts = new Texts();
        var environment = new Environment(Map.of(), folder, "linux");
        var home = RecountHome.at(folder.resolve("recount"));
        store = new RecountStore(home);
        gatheredHome = RecountHome.at(folder.resolve("gathered"));
        gathered = new RecountStore(gatheredHome);
        tracking = Tracking.with(environment, home, store, CLOCK, texts);
        var directory = DataDirectory.named(folder.resolve("memory"));
        new DemoMemory(CLOCK).in(directory.path(), DemoMemory.DEFAULT_SEED);
        var turns = new CompressionStore(gathered);
        var reader = new MemoryReader(home, turns, List.of(new GenerationStatements()), StatementWatch.NONE);
        var generation = Generation.with(
                environment,
                CLOCK,
                gathered,
                turns,
                reader,
                () -> tracking.analyses().prices());
        var backfill = Backfill.with(
                environment, CLOCK, home, store, new MemoryReader(home), ProgramVersion.ofThisBuild(), texts);
        workspace = new Workspace(
                backfill.run()::preview,
                () -> new Source(
                        directory,
                        Optional.empty(),
                        Destination.at("http://127.0.0.1:4711", Destination.Origin.DEFAULT),
                        ApiKey.rehearsal(),
                        false),
                background,
                "Reading");
        model = new CostModel(texts);
        work = new CostWork(Desks.in(folder, background, notices), model, workspace, () -> generation);
    }

    @Test
    void what_was_gathered_cannot_be_read_and_then_can() throws Exception {
        Files.createDirectories(gatheredHome.database());

        workspace.openOwn();
        doUntil(() -> model.problem().get().isPresent());

        assertThat(model.reading().get()).isEmpty();
        assertThat(notices.standing()).as("the page itself tells").isEmpty();

        Files.delete(gatheredHome.database());
        work.readAgain();
        doUntil(() -> model.reading().get().isPresent());

        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void the_reading_was_cancelled_while_it_waited() throws Exception {
        workspace.openOwn();
        doUntil(() -> model.reading().get().isPresent());
        var other = new CountDownLatch(1);
        background
                .task("Reading something else", progress -> {
                    other.await();
                    return progress;
                })
                .onReader()
                .start();

        work.readAgain();
        doUntil(() -> visible().equals(Optional.of("Adding up what generation cost")));
        background.visibleJob().get().ifPresent(Job::cancel);
        other.countDown();
        doUntil(() -> model.problem().get().isPresent());

        assertThat(model.problem().get().map(Problem::code)).contains("CANCELLED");
    }

    private Optional<String> visible() {
        return background
                .visibleJob()
                .get()
                .map(job -> new Texts().say(job.step().get()));
    }

    private void doUntil(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean()) {
            var next = window.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("something waits for the window").isNotNull();
            next.run();
        }
    }
}
