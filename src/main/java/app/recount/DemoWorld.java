package app.recount;

import app.recount.demo.DemoMemory;
import app.recount.desktop.shell.Demo;
import app.recount.desktop.shell.Source;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.rehearsal.RehearsalReceiver;
import app.recount.store.DataDirectory;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import java.time.Clock;
import java.util.Optional;

/** Demo data in a private folder, with the rehearsal receiver as its destination: the whole way, with nothing leaving the machine. */
final class DemoWorld implements Demo, AutoCloseable {

    private final RecountHome home;
    private final Clock clock;
    private final Lazy<RehearsalReceiver> receiver;

    DemoWorld(RecountHome home, Clock clock) {
        this.home = home;
        this.clock = clock;
        this.receiver = new Lazy<>(() -> RehearsalReceiver.start(clock));
    }

    /** The demo's data directory, written if it is not there yet. */
    DataDirectory directory() {
        return new DemoMemory(clock)
                .in(home.demo().resolve("memory"), DemoMemory.DEFAULT_SEED)
                .directory();
    }

    @Override
    public Source prepare(Progress progress) {
        var destination = Destination.at(receiver.get().destination().toString(), Destination.Origin.REHEARSAL);
        return new Source(directory(), Optional.empty(), destination, ApiKey.rehearsal(), true);
    }

    @Override
    public void close() {
        receiver.ifMade(RehearsalReceiver::close);
    }
}
