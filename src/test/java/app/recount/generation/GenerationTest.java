package app.recount.generation;

import app.recount.analysis.Tracking;
import app.recount.memory.MemoryFixture;
import app.recount.memory.MemoryReader;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of this package share: a data directory, a store of its own, and a moment to be at. */
abstract class GenerationTest {

    static final Instant NOW = Instant.parse("2026-06-12T09:30:00Z");

    @TempDir
    Path temporary;

    Path userHome;
    DataDirectory directory;
    RecountStore store;
    CompressionStore turns;
    Generation generation;

    @BeforeEach
    void make_surroundings() throws IOException {
        userHome = Files.createDirectory(temporary.resolve("user"));
        var environment = new Environment(Map.of(), userHome, "linux");
        directory = DataDirectory.locate(environment, Optional.empty());
        Files.createDirectories(directory.path());
        var home = RecountHome.at(temporary.resolve("recount"));
        store = new RecountStore(home);
        turns = new CompressionStore(store);
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var tracking = Tracking.with(environment, home, store, clock, new Texts());
        generation = Generation.with(
                environment,
                clock,
                store,
                turns,
                new MemoryReader(home, turns),
                () -> tracking.analyses().prices());
    }

    @AfterEach
    void close_store() {
        store.close();
    }

    void write(MemoryFixture fixture) {
        fixture.writeTo(directory.path());
    }

    CompressionEvent turn(String... namesAndValues) {
        var fields = new HashMap<String, String>();
        fields.put(TurnFields.SESSION, "a");
        fields.put(TurnFields.TURN, "1");
        fields.put(TurnFields.OUTCOME, "ok");
        for (int n = 0; n < namesAndValues.length; n += 2) {
            fields.put(namesAndValues[n], namesAndValues[n + 1]);
        }
        return generation.fields().read(fields);
    }
}
