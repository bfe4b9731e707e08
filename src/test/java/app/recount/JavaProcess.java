package app.recount;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How tests start a main class in a Java of its own, with the class path of the test. Such a process lives for a moment: it is to start
 * quickly and to leave the processors to others.
 */
public final class JavaProcess {

    private final List<String> words = new ArrayList<>(List.of(
            Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java")
                    .toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC"));

    private String classPath = Objects.requireNonNull(
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));

    private JavaProcess() {}

    /** The main class with its arguments, and nothing else. */
    public static ProcessBuilder of(Class<?> main, Object... arguments) {
        return new JavaProcess().running(main, arguments);
    }

    static JavaProcess with(String flag) {
        var process = new JavaProcess();
        process.words.add(flag);
        return process;
    }

    /** A folder that is searched before everything else. */
    JavaProcess preferring(Path classes) {
        classPath = classes + File.pathSeparator + classPath;
        return this;
    }

    ProcessBuilder running(Class<?> main, Object... arguments) {
        words.addAll(List.of("-cp", classPath, main.getName()));
        Stream.of(arguments).map(Object::toString).forEach(words::add);
        return new ProcessBuilder(words);
    }
}
