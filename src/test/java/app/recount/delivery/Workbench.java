package app.recount.delivery;

import app.recount.consent.ReviewText;
import app.recount.memory.MemoryReader;
import app.recount.payload.ApiKey;
import app.recount.payload.Destination;
import app.recount.rehearsal.Reception;
import app.recount.rehearsal.RehearsalReceiver;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.ProgramVersion;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A data directory, a Recount home and all services over them, in a folder of their own. */
final class Workbench implements AutoCloseable {

    static final String INSTALL_ID = "3f2b1c9e-7a64-4d0b-9b58-0c2f5e8a1d77";
    static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    static final LocalDate FIRST_DAY = LocalDate.parse("2026-05-04");

    private static final HttpWire.Limits LIMITS =
            new HttpWire.Limits(Duration.ofSeconds(20), Duration.ofSeconds(60), 50_000_000);

    final DataDirectory directory;
    final RecountHome home;
    final RecountStore store;
    final Map<String, String> variables = new HashMap<>();

    /** The pauses between attempts; they are noted and not waited for. */
    final List<Duration> pauses = new ArrayList<>();

    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    HttpWire.Limits limits = LIMITS;
    int attempts = 4;
    String key = "phc_test";
    URI host = URI.create("http://127.0.0.1:9");
    private Optional<RehearsalReceiver> receiver = Optional.empty();

    Workbench(Path folder) throws IOException {
        this(folder.resolve("memory"), folder.resolve("home"));
    }

    Workbench(Path memory, Path home) throws IOException {
        Files.createDirectories(memory);
        this.directory = DataDirectory.named(memory);
        this.home = RecountHome.at(home);
        this.store = new RecountStore(this.home);
    }

    /** A database with one session on each of so many days, which makes one event a day and one for the install. */
    Workbench withDays(int days) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + directory.database());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS sdk_sessions(started_at_epoch INTEGER, project TEXT)");
            for (int day = 0; day < days; day++) {
                statement.execute("INSERT INTO sdk_sessions VALUES (%d, 'p')"
                        .formatted(FIRST_DAY
                                .plusDays(day)
                                .atTime(9, 30)
                                .toInstant(ZoneOffset.UTC)
                                .toEpochMilli()));
            }
        }
        return this;
    }

    Workbench sendingTo(URI address) {
        host = address;
        return this;
    }

    /** Sends from now on to a receiver on this machine, which closes with the bench. */
    RehearsalReceiver receiver() {
        return receiver(_ -> {});
    }

    RehearsalReceiver receiver(Consumer<Reception> listener) {
        var started = RehearsalReceiver.start(0, clock, listener);
        receiver = Optional.of(started);
        host = started.destination();
        return started;
    }

    Workbench telemetryJson(String text) throws IOException {
        Files.writeString(directory.telemetryConfig(), text);
        return this;
    }

    Environment environment() {
        return new Environment(variables, directory.path(), "linux");
    }

    ReviewText text() {
        return ReviewText.from(new Texts());
    }

    Backfill backfill() {
        return Backfill.with(
                environment(),
                clock,
                home,
                store,
                new MemoryReader(home),
                new ProgramVersion("9.9.9", "1.2.0"),
                new Texts(),
                new HttpWire(limits, "recount/9.9.9"),
                new RetryPolicy(
                        attempts,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(5),
                        () -> 1.0),
                (length, _) -> pauses.add(length));
    }

    PreviewRequest request() {
        var environment = new Environment(Map.of("CLAUDE_MEM_TELEMETRY_KEY", key), directory.path(), "linux");
        return PreviewRequest.of(
                directory,
                Destination.at(host.toString(), Destination.Origin.ENVIRONMENT),
                ApiKey.find(environment, Optional.empty()));
    }

    BackfillPreview preview() {
        return backfill().run().preview(request(), Progress.NONE);
    }

    /** What a user does on the page: look, say yes, send. */
    Outcome previewAndSend() {
        return send(preview());
    }

    Outcome send(BackfillPreview shown) {
        return send(SendRequest.of(request(), shown.approve(text(), clock.instant())));
    }

    Outcome send(SendRequest request) {
        return backfill().delivery().send(request, SendWatch.NONE);
    }

    List<WaitingDelivery> waiting() {
        return backfill().delivery().waiting(directory);
    }

    List<String> receipts() {
        return backfill().receipts().list().stream()
                .map(receipt -> receipt.outcome()
                        .map(word -> receipt.kind().text() + " " + word)
                        .orElse(receipt.kind().text()))
                .toList();
    }

    String marker() throws IOException {
        return Files.readString(directory.marker());
    }

    @Override
    public void close() {
        receiver.ifPresent(RehearsalReceiver::close);
        store.close();
    }
}
