package app.recount.faults;

import app.recount.JavaProcess;
import app.recount.faults.InChild.Surroundings;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** Starts the process for a test that is marked with {@link InChild}, and tells its result as the test's own. */
final class InChildExtension implements InvocationInterceptor {

    /** Set in the process, so that it does not start another one. */
    private static final String INSIDE = "recount.test.insideChild";

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> called, ExtensionContext context)
            throws Throwable {
        var surroundings = called.getExecutable().getAnnotation(InChild.class).value();
        if (Boolean.getBoolean(INSIDE) || (surroundings == Surroundings.PERMISSIONS_COUNT && permissionsCount())) {
            invocation.proceed();
            return;
        }
        invocation.skip();
        var scratch = Files.createTempDirectory("recount-child");
        try {
            run(called.getExecutable(), surroundings, scratch);
        } finally {
            Files.deleteIfExists(scratch.resolve("disk"));
            Files.deleteIfExists(scratch.resolve("output"));
            Files.delete(scratch);
        }
    }

    private static void run(Method test, Surroundings surroundings, Path scratch) throws Exception {
        var disk = Files.createDirectory(scratch.resolve("disk"));
        var output = scratch.resolve("output");
        var command = new ArrayList<>(
                switch (surroundings) {
                    case PERMISSIONS_COUNT -> List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all");
                    case SMALL_DISK ->
                        List.of(
                                "unshare",
                                "--map-root-user",
                                "--mount",
                                "sh",
                                "-c",
                                "mount -t tmpfs -o size=4m none \"$0\" && exec \"$@\"",
                                disk.toString());
                });
        checkAllowed(command, output);
        var jvm = new ArrayList<>(List.of("-D" + INSIDE + "=true"));
        if (surroundings == Surroundings.SMALL_DISK) {
            jvm.add("-Djava.io.tmpdir=" + disk);
            // what SQLite's driver unpacks is not what the disk is for
            jvm.add("-Dorg.sqlite.tmpdir=" + System.getProperty("java.io.tmpdir"));
        }
        command.addAll(
                JavaProcess.command(jvm, SoloRun.class, test.getDeclaringClass().getName(), test.getName()));
        int status = start(command, output);
        var said = Files.readString(output, StandardCharsets.UTF_8);
        if (status == SoloRun.SKIPPED) {
            throw new TestAbortedException(said);
        }
        if (status != 0) {
            throw new AssertionError("in a process of its own (status %d):%n%s".formatted(status, said));
        }
    }

    private static int start(List<String> command, Path output) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
    }

    private static void checkAllowed(List<String> wrapper, Path output) throws InterruptedException {
        var probe = new ArrayList<>(wrapper);
        probe.add("true");
        var why = "";
        try {
            if (start(probe, output) == 0) {
                return;
            }
            why = Files.readString(output, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            why = Objects.requireNonNullElse(e.getMessage(), "");
        }
        System.err.printf("SKIPPED: “%s” does not work here: %s%n", String.join(" ", wrapper), why);
        throw new TestAbortedException(why);
    }

    /** Whether this process has to respect the permissions of its own files. */
    private static boolean permissionsCount() throws IOException {
        var locked = Files.createTempFile(
                "recount",
                "locked",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("---------")));
        try {
            return !Files.isReadable(locked);
        } finally {
            Files.delete(locked);
        }
    }
}
