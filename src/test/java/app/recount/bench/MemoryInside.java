package app.recount.bench;

import app.recount.memory.MemoryReader;
import app.recount.store.Progress;
import app.recount.store.RecountHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The rollup and the plain query in turn, in one process, each on connections of its own. */
final class MemoryInside {

    /** Once everything is compiled; what comes before is in the first rollup and in whole processes. */
    private static final int WARMING = 20;

    private static final int ROUNDS = 15;

    private final Path database;
    private final MemoryReader reader;

    private MemoryInside(Path database, Path own) {
        this.database = database;
        this.reader = new MemoryReader(RecountHome.at(own));
    }

    public static void main(String[] args) throws Exception {
        var inside = new MemoryInside(Path.of(args[0]), Path.of(args[1]));
        var first = Measured.of(inside::rollup);
        for (int n = 0; n < WARMING; n++) {
            inside.rollup();
        }
        new Rounds()
                .add("SELECT count(*), sum(length(text))", () -> Measured.of(inside::plainQuery))
                .add("rollup", () -> Measured.of(inside::rollup))
                .run(ROUNDS)
                .print(System.out);
        System.out.printf(
                "the first rollup of the process: %.3f s, cpu %.3f s; most memory ever resident: %s%n",
                first.wall(), first.cpu(), mostMemory());
    }

    private void plainQuery() throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:sqlite:file:" + database.toUri().getRawPath() + "?immutable=1");
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*), sum(length(text)) FROM observations")) {
            if (!row.next() || row.getLong(1) == 0) {
                throw new IllegalStateException("no rows");
            }
        }
    }

    private void rollup() {
        if (reader.read(database, MemoryRows.NOW, Progress.NONE).rollups().isEmpty()) {
            throw new IllegalStateException("no days");
        }
    }

    private static String mostMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .findFirst()
                .orElseThrow()
                .substring("VmHWM:".length())
                .strip();
    }
}
