package app.recount.bench;

import app.recount.faults.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The session index on a home full of agents' logs: the first look, the second, and what a look takes in a program that runs on. */
final class LogsBenchmark {

    private static final int ROUNDS = 5;

    private final Path home;
    private final Path own;
    private final Program program;
    private final long bytes;

    LogsBenchmark(Path folder, Path image, long bytes) {
        this.home = folder.resolve("logs-" + bytes);
        this.own = folder.resolve("recount");
        this.program = new Program(image, home, own);
        this.bytes = bytes;
    }

    void run() throws Exception {
        if (!Files.exists(home)) {
            new SessionLogs(home).write(bytes);
        }
        new Rounds()
                .add("read the files and look at each byte", () -> program.quick(ByteScan.class, home.toString()))
                .add("start and end (recount --version)", () -> program.command("--version"))
                .add("first look (analysis sessions list)", this::firstLook)
                .add("second look", this::look)
                .run(ROUNDS)
                .print(System.out);
        clear(own);
        program.inside(LogsInside.class, home.toString(), own.toString());
        clear(own);
    }

    private Measured firstLook() throws Exception {
        clear(own);
        return look();
    }

    private Measured look() throws Exception {
        return program.command("analysis", "sessions", "list", "--tool", "all", "--limit", "1");
    }

    static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Folders.delete(folder);
        }
    }
}
