package app.recount.desktop.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.delivery.Backfill;
import app.recount.delivery.Decline;
import app.recount.delivery.PreviewRequest;
import app.recount.demo.DemoMemory;
import app.recount.desktop.Desks;
import app.recount.desktop.shell.Background;
import app.recount.desktop.shell.Notices;
import app.recount.memory.MemoryReader;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.ProgramVersion;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page tells of the bytes of a receipt, over a real log. */
class ReceiptsWorkTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-12T09:30:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final Notices notices = new Notices();

    @AutoClose
    private final Background background = new Background(window::add, notices::show);

    @Test
    void bytes_that_cannot_be_read_are_not_looked_for_without_end() throws Exception {
        var home = RecountHome.at(folder.resolve("recount"));
        var declined = declined(home);
        var digest =
                declined.receipts().list().getFirst().subject().orElseThrow().digest();
        Files.createDirectories(home.approved().resolve(digest.hex() + ".json"));
        var model = new ReceiptsModel();
        var work = new ReceiptsWork(
                Desks.in(folder, background, notices), declined.receipts(), declined.delivery(), CLOCK, model);

        work.verify();
        runUntil(() -> model.bytes().get() instanceof StoredBytes.Unreadable);

        assertThat(((StoredBytes.Unreadable) model.bytes().get()).problem().code())
                .isEqualTo("APPROVED_UNREADABLE");
        assertThat(notices.standing()).as("the page itself tells").isEmpty();
    }

    @Test
    void an_answer_that_was_overtaken_is_dropped() throws Exception {
        var home = RecountHome.at(folder.resolve("recount"));
        var declined = declined(home);
        var slow = new Hesitant();
        var model = new ReceiptsModel();
        var work = new ReceiptsWork(
                Desks.in(folder, background, notices), declined.receipts(), declined.delivery(), slow, model);

        work.verify();
        slow.reached.await();
        declined.decline().decline(directory(), Optional.empty(), new Decline.Choice(false, false));
        work.verify();
        runUntil(() -> receipts(model) == 2 && !(model.bytes().get() instanceof StoredBytes.Loading));
        slow.goOn.countDown();
        next().run();

        assertThat(receipts(model)).isEqualTo(2);
    }

    @Test
    void a_log_that_cannot_be_read_is_not_read_without_end() throws Exception {
        var home = RecountHome.at(folder.resolve("recount"));
        var declined = declined(home);
        Files.move(home.receipts(), folder.resolve("kept"));
        Files.createDirectories(home.receipts());
        var model = new ReceiptsModel();
        var work = new ReceiptsWork(
                Desks.in(folder, background, notices), declined.receipts(), declined.delivery(), CLOCK, model);

        work.verify();
        runUntil(() -> model.problem().get().isPresent());

        assertThat(notices.standing()).as("the page itself tells").isEmpty();

        Files.delete(home.receipts());
        Files.move(folder.resolve("kept"), home.receipts());
        work.verify();
        runUntil(() -> receipts(model) == 1);

        assertThat(model.problem().get()).isEmpty();
    }

    /** Lets the first who asks wait. */
    private static final class Hesitant extends Clock {

        private final AtomicBoolean isAsked = new AtomicBoolean();
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public Instant instant() {
            if (isAsked.compareAndSet(false, true)) {
                reached.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return CLOCK.instant();
        }

        @Override
        public ZoneId getZone() {
            return CLOCK.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private static int receipts(ReceiptsModel model) {
        return model.ledger().get().map(ledger -> ledger.receipts().size()).orElse(0);
    }

    private void runUntil(BooleanSupplier reached) throws InterruptedException {
        while (!reached.getAsBoolean()) {
            next().run();
        }
    }

    private Runnable next() throws InterruptedException {
        var next = window.poll(60, TimeUnit.SECONDS);
        assertThat(next).as("something waits for the window").isNotNull();
        return next;
    }

    private DataDirectory directory() {
        return DataDirectory.named(folder.resolve("memory"));
    }

    /** A Recount that has one receipt. */
    private Backfill declined(RecountHome home) throws IOException {
        var directory = directory();
        new DemoMemory(CLOCK).in(directory.path(), DemoMemory.DEFAULT_SEED);
        var backfill = Backfill.with(
                new Environment(Map.of(), folder, "linux"),
                CLOCK,
                home,
                new RecountStore(home),
                new MemoryReader(home),
                ProgramVersion.ofThisBuild(),
                new Texts());
        var request = new PreviewRequest(
                directory,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Destination.at("http://127.0.0.1:4711", Destination.Origin.DEFAULT),
                ApiKey.rehearsal(),
                false);
        var preview = backfill.run().preview(request, Progress.NONE);
        backfill.decline().decline(directory, Optional.of(preview), new Decline.Choice(false, false));
        return backfill;
    }
}
