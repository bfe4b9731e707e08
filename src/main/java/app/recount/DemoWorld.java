package app.recount;

import app.recount.demo.DemoLogs;
import app.recount.demo.DemoMemory;
import app.recount.demo.LiveConversation;
import app.recount.desktop.shell.Demo;
import app.recount.desktop.shell.Source;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.rehearsal.RehearsalReceiver;
import app.recount.store.DataDirectory;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Demo data in a private folder, with a session that goes on while it is shown, and the rehearsal receiver as its destination: the
 * whole way, with nothing leaving the machine.
 */
final class DemoWorld implements Demo, AutoCloseable {

    private final RecountHome home;
    private final Clock clock;
    private final Supplier<DemoRuns> runs;
    private final Lazy<RehearsalReceiver> receiver;
    private @Nullable LiveConversation live;

    /** @param runs of the demo's sessions, made once these are there */
    DemoWorld(RecountHome home, Clock clock, Supplier<DemoRuns> runs) {
        this.home = home;
        this.clock = clock;
        this.runs = runs;
        this.receiver = new Lazy<>(() -> RehearsalReceiver.start(clock));
    }

    /** The demo's data directory, written if it is not there yet. */
    DataDirectory directory() {
        return new DemoMemory(clock)
                .in(home.demo().resolve("memory"), DemoMemory.DEFAULT_SEED)
                .directory();
    }

    /** Where the demo's session logs lie. */
    Path sessions() {
        return home.demo().resolve("home");
    }

    @Override
    public Source prepare(Progress progress) {
        new DemoLogs(clock).in(sessions(), DemoMemory.DEFAULT_SEED);
        runs.get().write(progress);
        converse();
        var destination = Destination.at(receiver.get().destination().toString(), Destination.Origin.REHEARSAL);
        return new Source(directory(), Optional.empty(), destination, ApiKey.rehearsal(), true);
    }

    /** One of the sessions goes on as long as somebody looks. */
    private synchronized void converse() {
        if (live == null || !live.isRunning()) {
            live = LiveConversation.start(sessions(), DemoMemory.DEFAULT_SEED, clock);
        }
    }

    @Override
    public synchronized void leave() {
        if (live != null) {
            live.close();
            live = null;
        }
    }

    @Override
    public void close() {
        leave();
        receiver.ifMade(RehearsalReceiver::close);
    }
}
