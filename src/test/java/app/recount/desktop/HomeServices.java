package app.recount.desktop;

import app.recount.analysis.Tracking;
import app.recount.delivery.Backfill;
import app.recount.demo.DemoLogs;
import app.recount.demo.DemoMemory;
import app.recount.desktop.shell.Source;
import app.recount.generation.CompressionStore;
import app.recount.generation.Generation;
import app.recount.generation.GenerationStatements;
import app.recount.memory.MemoryReader;
import app.recount.memory.StatementWatch;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.rehearsal.FaultPlan;
import app.recount.rehearsal.RehearsalReceiver;
import app.recount.store.Environment;
import app.recount.store.ProgramVersion;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.store.SettingsStore;
import app.recount.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The real services over files in one home, and a receiver on loopback for what the demo sends. */
final class HomeServices implements AutoCloseable {

    private final SettingsStore settings;
    private final RecountStore store;
    private final RecountStore demoStore;
    private final Path demoSessions;
    private final RehearsalReceiver receiver;
    private final Services services;

    HomeServices(Path home, Clock clock, StatementWatch watch) {
        var environment = new Environment(Map.of(), home, "linux");
        var recountHome = RecountHome.at(home.resolve("recount"));
        receiver = RehearsalReceiver.start(clock);
        settings = new SettingsStore(recountHome);
        store = new RecountStore(recountHome);
        var tracking = Tracking.with(environment, recountHome, store, clock, new Texts());
        var turns = new CompressionStore(store);
        var reader = new MemoryReader(recountHome, turns, List.of(new GenerationStatements()), watch);
        var generation = Generation.with(
                environment,
                clock,
                store,
                turns,
                reader,
                () -> tracking.analyses().prices());
        var backfill = Backfill.with(
                environment, clock, recountHome, store, reader, ProgramVersion.ofThisBuild(), new Texts());
        demoSessions = recountHome.demo().resolve("home");
        var demoHome = RecountHome.at(recountHome.demo().resolve("recount"));
        demoStore = new RecountStore(demoHome);
        var demoTracking = Tracking.with(
                new Environment(Map.of(), demoSessions, "linux"), demoHome, demoStore, clock, new Texts());
        services = new Services(
                environment,
                recountHome,
                settings,
                ProgramVersion.ofThisBuild(),
                backfill,
                reader,
                () -> generation,
                tracking,
                demoTracking,
                clock,
                progress -> demo(recountHome, clock),
                store::takeProblems,
                false);
    }

    private Source demo(RecountHome recountHome, Clock clock) {
        new DemoLogs(clock).in(demoSessions, DemoMemory.DEFAULT_SEED);
        return new Source(
                new DemoMemory(clock)
                        .in(recountHome.demo().resolve("memory"), DemoMemory.DEFAULT_SEED)
                        .directory(),
                Optional.empty(),
                Destination.at(receiver.destination().toString(), Destination.Origin.REHEARSAL),
                ApiKey.rehearsal(),
                true);
    }

    /** Where the demo's session logs lie, once demo data is explored. */
    Path demoSessions() {
        return demoSessions;
    }

    Services services() {
        return services;
    }

    SettingsStore settings() {
        return settings;
    }

    /** How the receiver of the demo data answers from now on. */
    void receiverAnswers(FaultPlan plan) {
        receiver.answerWith(plan);
    }

    @Override
    public void close() {
        services.tracking().close();
        services.demoTracking().close();
        demoStore.close();
        store.close();
        receiver.close();
    }
}
