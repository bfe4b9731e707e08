package app.recount;

import app.recount.demo.DemoMemory;
import app.recount.faults.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Lets the packed program do once what the packages' scripts let it do, and keeps what the JVM learnt beside its jars. Tests start the
 * program some hundred times; with this cache a start takes three fifths of the processor time. Run by the build, before the tests.
 */
final class StartCache {

    private static final Path TRAINING = Path.of("jpackage", "training.txt");

    private final Path lib;
    private final Path folder;

    private StartCache(Path image) {
        this.lib = image.resolve("lib");
        this.folder = image.resolveSibling("start-cache");
    }

    /** The cache of a packaged program; there is none where the build did not come to it. */
    static Path file(Path image) {
        return image.resolve("lib").resolve("commands.aot");
    }

    /** Makes it, unless it is newer than all jars: the first argument names the folder of the packaged program. */
    static void main(String[] arguments) throws IOException, InterruptedException {
        var image = Path.of(arguments[0]).toAbsolutePath();
        var cache = file(image);
        var self = new StartCache(image);
        if (Files.notExists(cache) || Files.getLastModifiedTime(cache).compareTo(self.newestJar()) <= 0) {
            self.make(cache);
        }
    }

    private FileTime newestJar() throws IOException {
        var newest = FileTime.fromMillis(0);
        try (var jars = Files.newDirectoryStream(lib, "*.jar")) {
            for (var jar : jars) {
                var time = Files.getLastModifiedTime(jar);
                newest = time.compareTo(newest) > 0 ? time : newest;
            }
        }
        return newest;
    }

    private void make(Path cache) throws IOException, InterruptedException {
        if (Files.exists(folder)) {
            Folders.delete(folder);
        }
        Files.createDirectories(folder);
        Files.deleteIfExists(cache);
        var memory = folder.resolve("memory");
        var home = folder.resolve("home");
        new DemoMemory(Clock.systemUTC()).in(memory, DemoMemory.DEFAULT_SEED);
        var conversation = Conversation.with("claude-code", home, folder);
        conversation.call(1_000, 50);
        train(
                cache,
                conversation.id(),
                Map.of(
                        "HOME", home.toString(),
                        "CLAUDE_MEM_DATA_DIR", memory.toString(),
                        "RECOUNT_HOME", folder.resolve("recount").toString()));
        Folders.delete(folder);
    }

    private void train(Path cache, String session, Map<String, String> variables)
            throws IOException, InterruptedException {
        var commands = Files.readString(TRAINING)
                .replace("@session@", session)
                .replace("@run@", "ANALYSIS-%s-001".formatted(Year.now(ZoneOffset.UTC)));
        var input = Files.writeString(folder.resolve("commands"), commands);
        var output = folder.resolve("output");
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + lib.resolveSibling("bin").resolve("java.args"),
                        "-Drecount.training=commands",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-AOTRecordTraining",
                        "-XX:AOTCacheOutput=" + cache,
                        "-jar",
                        lib.resolve("recount.jar").toString()))
                .redirectInput(input.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        var status = builder.start().waitFor();
        if (status != 0 || Files.notExists(cache)) {
            throw new IOException("No start-up cache, status %d:%n%s".formatted(status, Files.readString(output)));
        }
    }
}
