package app.recount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The packaged program as a process of its own, in surroundings that name nothing of this machine but {@code PATH}. */
public final class PackagedRecount {

    /**
     * What the process answered.
     *
     * @param standardOutput a file with exactly the bytes that came on stdout
     */
    public record Answer(int status, Path standardOutput, String errors) {

        public String output() throws IOException {
            return Files.readString(standardOutput);
        }
    }

    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> arguments;
    private Path launcher = launcher();

    private PackagedRecount(Path folder, Map<String, String> environment, List<String> arguments) {
        this.folder = folder;
        this.environment = new HashMap<>(environment);
        this.arguments = arguments;
    }

    /**
     * Describes a call; nothing runs before {@link #run()}.
     *
     * @param folder where the process runs and its answers are kept
     */
    public static PackagedRecount with(Path folder, Map<String, String> environment, String... arguments) {
        return new PackagedRecount(folder, environment, List.of(arguments));
    }

    /** The launcher that the build left. */
    public static Path launcher() {
        var image = Objects.requireNonNull(System.getProperty("recount.image"), "the build names the packaged image");
        return Path.of(image, "bin", "recount");
    }

    public PackagedRecount launcher(Path other) {
        launcher = other;
        return this;
    }

    public PackagedRecount env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public Answer run() throws IOException, InterruptedException {
        var output = Files.createTempFile(folder, "answer", ".out");
        var errors = Files.createTempFile(folder, "answer", ".err");
        var command = Stream.concat(Stream.of(launcher.toString()), arguments.stream())
                .toList();
        var status = BareProcess.run(command, folder, environment, output, errors);
        return new Answer(status, output, Files.readString(errors));
    }
}
