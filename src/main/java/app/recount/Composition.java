package app.recount;

import app.recount.analysis.Tracking;
import app.recount.cli.Services;
import app.recount.delivery.Backfill;
import app.recount.generation.CompressionStore;
import app.recount.generation.Generation;
import app.recount.generation.GenerationStatements;
import app.recount.memory.MemoryReader;
import app.recount.memory.StatementWatch;
import app.recount.problem.Problem;
import app.recount.store.Environment;
import app.recount.store.ProgramVersion;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.store.SettingsStore;
import app.recount.text.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The composition root: who gets what. Everything is made when it is first asked for, so that a short command starts fast. */
final class Composition implements Services, AutoCloseable {

    private final Environment environment;
    private final Clock clock;
    private final Lazy<Texts> texts;
    private final Lazy<RecountHome> home;
    private final Lazy<RecountStore> store;
    private final Lazy<SettingsStore> settings;
    private final Lazy<CompressionStore> turns;
    private final Lazy<MemoryReader> reader;
    private final Lazy<Generation> generation;
    private final Lazy<Backfill> backfill;
    private final Lazy<Tracking> tracking;
    private final Lazy<RecountStore> demoStore;
    private final Lazy<Tracking> demoTracking;
    private final Lazy<DemoWorld> demo;

    Composition(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
        this.texts = new Lazy<>(Texts::new);
        this.home = new Lazy<>(() -> RecountHome.locate(environment));
        this.store = new Lazy<>(() -> new RecountStore(home.get()));
        this.settings = new Lazy<>(() -> new SettingsStore(home.get()));
        this.turns = new Lazy<>(() -> new CompressionStore(store.get()));
        this.reader = new Lazy<>(() ->
                new MemoryReader(home.get(), turns.get(), List.of(new GenerationStatements()), StatementWatch.NONE));
        this.generation = new Lazy<>(() -> Generation.with(
                environment,
                clock,
                store.get(),
                turns.get(),
                reader.get(),
                () -> tracking().analyses().prices()));
        this.backfill = new Lazy<>(this::makeBackfill);
        this.tracking = new Lazy<>(() -> Tracking.with(environment, home.get(), store.get(), clock, texts.get()));
        this.demoStore = new Lazy<>(() -> new RecountStore(demoHome()));
        this.demoTracking =
                new Lazy<>(() -> Tracking.with(demoEnvironment(), demoHome(), demoStore.get(), clock, texts.get()));
        this.demo = new Lazy<>(() -> new DemoWorld(home.get(), clock, this::demoRuns));
    }

    private Backfill makeBackfill() {
        return Backfill.with(
                environment, clock, home.get(), store.get(), reader.get(), ProgramVersion.ofThisBuild(), texts.get());
    }

    /** The demo's runs never mix with the user's: a folder and a store of their own. */
    private RecountHome demoHome() {
        return RecountHome.at(home.get().demo().resolve("recount"));
    }

    private DemoRuns demoRuns() {
        return new DemoRuns(demoTracking.get(), demoHome(), demoStore.get(), texts.get());
    }

    private Environment demoEnvironment() {
        return new Environment(Map.of(), home.get().demo().resolve("home"), environment.os());
    }

    @Override
    public Texts texts() {
        return texts.get();
    }

    @Override
    public Environment environment() {
        return environment;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public RecountHome home() {
        return home.get();
    }

    @Override
    public SettingsStore settings() {
        return settings.get();
    }

    @Override
    public Backfill backfill() {
        return backfill.get();
    }

    @Override
    public MemoryReader memory() {
        return reader.get();
    }

    @Override
    public Generation generation() {
        return generation.get();
    }

    @Override
    public Tracking tracking() {
        return tracking.get();
    }

    @Override
    public List<Problem> takeProblems() {
        var problems = new ArrayList<Problem>();
        settings.ifMade(made -> problems.addAll(made.takeProblems()));
        store.ifMade(made -> problems.addAll(made.takeProblems()));
        return problems;
    }

    DemoWorld demo() {
        return demo.get();
    }

    /** Whether demo data is shown where there is no memory database; the README's command asks for it. */
    boolean demoIfNone() {
        return Boolean.getBoolean("recount.demoIfNone");
    }

    /** What the window gets. Settings and folder are read here; everything else waits until it is used. */
    app.recount.desktop.Services desktop() {
        return new app.recount.desktop.Services(
                environment,
                home.get(),
                settings.get(),
                ProgramVersion.ofThisBuild(),
                backfill.get(),
                reader.get(),
                generation::get,
                tracking.get(),
                demoTracking.get(),
                clock,
                demo.get(),
                store.get()::takeProblems,
                demoIfNone());
    }

    @Override
    public void close() {
        demo.ifMade(DemoWorld::close);
        tracking.ifMade(Tracking::close);
        demoTracking.ifMade(Tracking::close);
        demoStore.ifMade(RecountStore::close);
        store.ifMade(RecountStore::close);
    }
}
