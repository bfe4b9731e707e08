package app.recount.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.JavaProcess;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Objects;

/** A child process that sends, held by its lines. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;

    private Child(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Starts a process that has previewed and waits for its word to send. */
    static Child ready(Workbench bench, SendingProcess.Moment moment) throws IOException {
        return ready(bench.directory.path(), bench.home.folder(), bench, moment);
    }

    static Child ready(Path memory, Path home, Workbench bench, SendingProcess.Moment moment) throws IOException {
        var child = new Child(JavaProcess.of(SendingProcess.class, memory, home, bench.host, moment.name())
                .redirectError(new File(bench.home.folder().toFile(), "child.err"))
                .start());
        assertThat(child.line()).isEqualTo("ready");
        return child;
    }

    Child send() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return this;
    }

    /** Waits for the next line. */
    String line() throws IOException {
        return Objects.requireNonNull(lines.readLine(), "the child ended");
    }

    /** As {@code kill -9}: nothing is told to the process. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
