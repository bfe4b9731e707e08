package app.recount;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Inputs that a fuzz target begins with, among them all that once broke something. They lie where the fuzzer looks for its seeds: in
 * {@code …Inputs/<method>} beside the class.
 */
public final class HostileInputs {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private HostileInputs() {}

    /** Takes any bytes, and throws if something about them is not as it must be for all. */
    @FunctionalInterface
    public interface Target {
        void feed(byte[] bytes) throws Exception;
    }

    /**
     * A test for each input that is kept.
     *
     * @param owner a class of the target's package
     * @param name the fuzz target's class and method, {@code MarkerFuzz/read}
     */
    public static Stream<DynamicTest> kept(Class<?> owner, String name, Target target) {
        var folder = RESOURCES.resolve(owner.getPackageName().replace('.', '/')).resolve(name.replace("/", "Inputs/"));
        return files(folder).stream()
                .map(file -> DynamicTest.dynamicTest(
                        name + " " + file.getFileName(), () -> target.feed(Files.readAllBytes(file))));
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
