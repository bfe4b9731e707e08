package app.recount;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How tests start a main class in a Java of its own, with the class path of the test. Such a process lives for a moment: it is to start
 * quickly and to leave the processors to others. Where the build made a start-up cache, it runs the program as packed, because no cache
 * takes classes out of folders.
 */
public final class JavaProcess {

    private static final List<String> QUICK = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData");

    private JavaProcess() {}

    /** The main class with its arguments, and nothing else. */
    public static ProcessBuilder of(Class<?> main, Object... arguments) {
        return new ProcessBuilder(command(main, arguments));
    }

    public static List<String> command(Class<?> main, Object... arguments) {
        return command(List.of(), main, arguments);
    }

    /** The same with more options of the JVM, which win over the usual ones. */
    public static List<String> command(List<String> options, Class<?> main, Object... arguments) {
        return Stream.of(
                        List.of(java()),
                        QUICK,
                        cache(),
                        List.of("-cp", classPath()),
                        options,
                        List.of(main.getName()),
                        Arrays.stream(arguments).map(Object::toString).toList())
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> cache() {
        return image().map(image -> List.of(
                        "-XX:AOTCache=" + StartCache.file(image),
                        "-Xlog:disable", // a cache that does not fit is nothing to speak of on standard output
                        "-Xlog:all=error,aot*=off,cds*=off:stderr"))
                .orElse(List.of());
    }

    /** This process's own, whatever folder the other one runs in. What is to be added comes behind it, else no cache would fit. */
    static String classPath() {
        var own = Objects.requireNonNull(
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        return Stream.concat(
                        image().stream().map(image -> image.resolve("lib").resolve("recount.jar")),
                        Arrays.stream(own.split(File.pathSeparator, -1)).map(Path::of))
                .map(entry -> entry.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The packed program, if the build made a start-up cache for it. */
    private static Optional<Path> image() {
        return Optional.ofNullable(System.getProperty("recount.image"))
                .map(Path::of)
                .filter(image -> Files.exists(StartCache.file(image)));
    }

    private static String java() {
        return Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java")
                .toString();
    }
}
