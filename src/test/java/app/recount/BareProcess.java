package app.recount;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A process with closed input, and with nothing around it but {@code PATH} and what it is given. */
final class BareProcess {

    private static final long PATIENCE_SECONDS = 300;

    private BareProcess() {}

    /**
     * Runs it to its end and returns its status.
     *
     * @param folder where it runs
     * @param output the file that takes what it prints
     * @param errors the file that takes what it complains about
     */
    static int run(List<String> command, Path folder, Map<String, String> environment, Path output, Path errors)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", Objects.requireNonNullElse(System.getenv("PATH"), ""));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(
                    "no end of %s: %s%s".formatted(command, Files.readString(output), Files.readString(errors)));
        }
        return process.exitValue();
    }
}
