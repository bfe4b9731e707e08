package app.recount.demo;

import app.recount.store.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;

/** A data directory with session logs in its folder {@code home}: all of it, or nothing where it cannot be written. */
public final class WholeDemo {

    private final Clock clock;

    public WholeDemo(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes both, or returns those of that seed that the folder already holds.
     *
     * @throws app.recount.problem.ProblemException as {@link DemoMemory#in} and {@link DemoLogs#in} do; then the folder holds what it
     *     held before, and is not there if it was not
     */
    public DemoFolder in(Path folder, long seed) {
        var directory = DataDirectory.named(folder.toAbsolutePath().normalize());
        var entries = Stream.concat(DemoMemory.entries(directory), DemoLogs.entries(DemoFolder.home(directory)));
        try (var made = NewInFolder.of(directory.path(), entries)) {
            var demo = new DemoMemory(clock).in(folder, seed);
            new DemoLogs(clock).in(demo.home(), seed);
            made.keep();
            return demo;
        } catch (IOException e) {
            throw DemoMemory.notWritten(folder, e);
        }
    }
}
