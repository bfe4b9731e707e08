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
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
        while (!(model.bytes().get() instanceof StoredBytes.Unreadable)) {
            var next = window.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("something waits for the window").isNotNull();
            next.run();
        }

        assertThat(((StoredBytes.Unreadable) model.bytes().get()).problem().code())
                .isEqualTo("APPROVED_UNREADABLE");
        assertThat(notices.standing()).as("the page itself tells").isEmpty();
    }

    /** A Recount that has one receipt. */
    private Backfill declined(RecountHome home) throws IOException {
        var directory = DataDirectory.named(folder.resolve("memory"));
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
