package app.recount;

import app.recount.cli.Services;
import app.recount.consent.ReviewText;
import app.recount.delivery.Backfill;
import app.recount.memory.MemoryReader;
import app.recount.store.Environment;
import app.recount.store.ProgramVersion;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.store.SettingsStore;
import app.recount.text.Texts;
import java.time.Clock;

/** The composition root: who gets what. Everything is made when it is first asked for, so that a short command starts fast. */
final class Composition implements Services, AutoCloseable {

    private final Environment environment;
    private final Clock clock;
    private final Lazy<RecountHome> home;
    private final Lazy<RecountStore> store;
    private final Lazy<SettingsStore> settings;
    private final Lazy<Backfill> backfill;

    Composition(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
        this.home = new Lazy<>(() -> RecountHome.locate(environment));
        this.store = new Lazy<>(() -> new RecountStore(home.get()));
        this.settings = new Lazy<>(() -> new SettingsStore(home.get()));
        this.backfill = new Lazy<>(this::makeBackfill);
    }

    private Backfill makeBackfill() {
        return Backfill.with(
                environment,
                clock,
                home.get(),
                store.get(),
                new MemoryReader(home.get()),
                ProgramVersion.ofThisBuild(),
                ReviewText.from(new Texts()));
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
    public void close() {
        store.ifMade(RecountStore::close);
    }
}
