package app.recount.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** A real process, held by the lines it says, that can be killed at any moment. */
public final class ChildProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;
    private final Path errors;

    private ChildProcess(Process process, Path errors) {
        this.process = process;
        this.lines = process.inputReader(UTF_8);
        this.errors = errors;
    }

    /**
     * Starts it.
     *
     * @param variables its whole environment
     * @param errors a file for what it says on standard error
     */
    public static ChildProcess start(List<String> command, Map<String, String> variables, Path errors)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        return new ChildProcess(builder.start(), errors);
    }

    /** Lets a process go on that waits for a line. */
    public ChildProcess go() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return this;
    }

    /** Waits for the next line. */
    public String line() throws IOException {
        var line = lines.readLine();
        return Objects.requireNonNull(line, () -> "the process ended: " + errors());
    }

    /** Waits until it says this. */
    public ChildProcess waitFor(String line) throws IOException {
        while (!line().equals(line)) {
            // it says something before
        }
        return this;
    }

    /** What it said and was not read yet; a line that the kill cut is none. */
    public List<String> linesToTheEnd() throws IOException {
        var all = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            all.add(line);
        }
        return all;
    }

    /** As {@code kill -9} after so long: nothing is told to the process. */
    public void killAfter(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end && process.isAlive()) {
            LockSupport.parkNanos(Math.min(end - System.nanoTime(), 1_000_000));
        }
        kill();
    }

    public void kill() {
        process.toHandle().destroyForcibly(); // through the process itself, what it said before would be thrown away
        process.onExit().join();
    }

    /** Waits for its end. */
    public int status() throws InterruptedException {
        return process.waitFor();
    }

    public String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
