package app.recount.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.analysis.Tracking;
import app.recount.delivery.Backfill;
import app.recount.generation.CompressionStore;
import app.recount.generation.Generation;
import app.recount.generation.GenerationStatements;
import app.recount.memory.MemoryFixture;
import app.recount.memory.MemoryReader;
import app.recount.memory.StatementWatch;
import app.recount.problem.Problem;
import app.recount.store.DataDirectory;
import app.recount.store.Environment;
import app.recount.store.ProgramVersion;
import app.recount.store.RecountHome;
import app.recount.store.RecountStore;
import app.recount.store.SettingsStore;
import app.recount.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command line in surroundings of its own: real files in one folder, every service real, streams in memory. */
final class Bench implements Services, AutoCloseable {

    static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    static final String INSTALL_ID = "3f2b1c9e-7a64-4d0b-9b58-0c2f5e8a1d77";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a command answered. */
    static final class Answer {
        private final int status;
        private final byte[] output;
        private final String errors;

        Answer(int status, byte[] output, String errors) {
            this.status = status;
            this.output = output.clone();
            this.errors = errors;
        }

        int status() {
            return status;
        }

        byte[] output() {
            return output.clone();
        }

        String errors() {
            return errors;
        }

        String text() {
            return new String(output, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(output);
        }

        JsonNode error() {
            return JSON.readTree(errors).get("error");
        }
    }

    final Path userHome;
    final DataDirectory directory;
    final Map<String, String> variables = new HashMap<>();
    final ByteArrayOutputStream output = new ByteArrayOutputStream();
    final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Texts texts = new Texts();
    private final RecountHome home;
    private final RecountStore store;
    private @Nullable Tracking tracking;
    private StatementWatch watch = StatementWatch.NONE;

    Bench(Path folder) throws IOException {
        userHome = Files.createDirectories(folder.resolve("user"));
        home = RecountHome.at(folder.resolve("recount"));
        store = new RecountStore(home);
        variables.put("HOME", userHome.toString());
        directory = DataDirectory.locate(environment(), Optional.empty());
        Files.createDirectories(directory.path());
    }

    @Override
    public List<Problem> takeProblems() {
        return store.takeProblems();
    }

    /** Sessions and runs as the variables say at the first call. */
    @Override
    public Tracking tracking() {
        if (tracking == null) {
            tracking = Tracking.with(environment(), home, store, clock(), new Texts());
        }
        return tracking;
    }

    /** Three days with work, the last of them two weeks ago, and a telemetry.json with an install id. */
    Bench withMemory() throws IOException {
        MemoryFixture.memory()
                .session("2026-05-11T09:00:00Z")
                .observation("2026-05-11T09:30:00Z", MemoryFixture.text(4000))
                .summary("2026-05-11T09:45:00Z", 12_345)
                .prompt("2026-05-11T09:01:00Z")
                .session("2026-05-12T09:00:00Z")
                .observation("2026-05-12T10:00:00Z")
                .observation("2026-05-18T10:00:00Z")
                .writeTo(directory.path());
        Files.writeString(directory.telemetryConfig(), """
                {"installId": "%s", "decidedAt": ""}
                """.formatted(INSTALL_ID));
        return this;
    }

    Bench withKey() {
        variables.put("CLAUDE_MEM_TELEMETRY_KEY", "phc_test");
        return this;
    }

    /** As if this data directory had been chosen in the settings. */
    Bench choosing(Path dataDirectory) {
        settings().update(settings -> settings.withOwn(own -> own.withDataDirectory(Optional.of(dataDirectory))));
        return this;
    }

    Bench sendingTo(URI destination) {
        variables.put("CLAUDE_MEM_TELEMETRY_HOST", destination.toString());
        return withKey();
    }

    /** The words of a line, and more that may have blanks. */
    static String[] words(String line, String... more) {
        return Stream.concat(Stream.of(line.strip().split(" ", -1)), Stream.of(more))
                .toArray(String[]::new);
    }

    /** Runs a command; the answer is what this command wrote. */
    List<CommandEntry> commands() {
        return new CommandLineInterface(this, new Console(output, errors))
                .tree()
                .entries();
    }

    Answer run(String... args) {
        output.reset();
        errors.reset();
        int status = new CommandLineInterface(this, new Console(output, errors)).run(args);
        return new Answer(status, output.toByteArray(), errors.toString(StandardCharsets.UTF_8));
    }

    /** The digest of what would be sent now, from a preview as a script makes it. */
    String previewedDigest(String... options) {
        var args = new ArrayList<>(List.of("preview", "--format", "json"));
        args.addAll(List.of(options));
        var answer = run(args.toArray(String[]::new));
        assertThat(answer.status()).as(answer.errors()).isZero();
        return answer.json().get("digest").asString();
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public Environment environment() {
        return new Environment(variables, userHome, "linux");
    }

    @Override
    public Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public RecountHome home() {
        return home;
    }

    @Override
    public SettingsStore settings() {
        return new SettingsStore(home);
    }

    private CompressionStore turns() {
        return new CompressionStore(store);
    }

    private MemoryReader reader() {
        return new MemoryReader(home, turns(), List.of(new GenerationStatements()), watch);
    }

    /** Tells of every statement on a memory database from now on. */
    Bench watchedBy(StatementWatch now) {
        watch = now;
        return this;
    }

    @Override
    public MemoryReader memory() {
        return reader();
    }

    @Override
    public Generation generation() {
        return Generation.with(
                environment(),
                clock(),
                store,
                turns(),
                reader(),
                () -> tracking().analyses().prices());
    }

    @Override
    public Backfill backfill() {
        return Backfill.with(environment(), clock(), home, store, reader(), ProgramVersion.ofThisBuild(), texts());
    }

    @Override
    public void close() {
        store.close();
    }
}
