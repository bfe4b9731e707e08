package app.recount.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/** The rollup of a memory database, beside the plainest query that has to go through the same rows. */
final class MemoryBenchmark {

    private final Path folder;
    private final Program program;
    private final int observations;

    MemoryBenchmark(Path folder, Path image, int observations) {
        this.folder = folder;
        this.program = new Program(image, folder, folder.resolve("recount"));
        this.observations = observations;
    }

    void run() throws Exception {
        Files.createDirectories(folder);
        var database = folder.resolve("memory-" + observations + ".db");
        if (!Files.exists(database)) {
            new MemoryRows(observations).write(database);
        }
        program.inside(
                MemoryInside.class,
                database.toString(),
                folder.resolve("recount").toString());
        LogsBenchmark.clear(folder.resolve("recount"));
    }
}
