package app.recount.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts processes with the Java and the flags of the packaged program, and with surroundings of their own. */
final class Program {

    private static final String JAVA_HOME = System.getProperty("java.home");

    private final Path image;
    private final Map<String, String> surroundings;

    Program(Path image, Path userHome, Path recountHome) {
        this.image = image;
        this.surroundings = new HashMap<>(
                Map.of("HOME", userHome.toString(), "RECOUNT_HOME", recountHome.toString(), "RECOUNT_JAVA", JAVA_HOME));
    }

    /** With its windows there, painted by JavaFX itself: what stands in for a graphics card on such a display is slower. */
    Program on(VirtualScreen screen) {
        surroundings.putAll(
                Map.of("DISPLAY", screen.display(), "GDK_GL", "disable", "JDK_JAVA_OPTIONS", "-Dprism.order=sw"));
        return this;
    }

    /** A command of the packaged program, from its start to its end. */
    Measured command(String... args) throws Exception {
        var command = new ArrayList<>(List.of(image.resolve("bin/recount").toString()));
        command.addAll(List.of(args));
        return Measured.ofChildren(() -> run(command, ProcessBuilder.Redirect.DISCARD));
    }

    /** A class of these benchmarks, in a process as a command of the program is one. */
    Measured quick(Class<?> main, String... args) throws Exception {
        return Measured.ofChildren(() -> run(java(main, args), ProcessBuilder.Redirect.DISCARD));
    }

    /** A class of these benchmarks, in a process as the program's window is one; it prints what it measures. */
    void inside(Class<?> main, String... args) throws IOException, InterruptedException {
        run(java(main, args), ProcessBuilder.Redirect.INHERIT);
    }

    private List<String> java(Class<?> main, String... args) {
        var command = new ArrayList<>(List.of(
                Path.of(JAVA_HOME, "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(args));
        return command;
    }

    private void run(List<String> command, ProcessBuilder.Redirect output) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectOutput(output).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(surroundings);
        var status = builder.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(command + " ended with " + status);
        }
    }
}
