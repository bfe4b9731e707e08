package app.recount.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.recount.JavaProcess;
import app.recount.faults.ChildProcess;
import app.recount.faults.Points;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they bring an older recount.db to the newest version. */
class KilledOpeningTest {

    @TempDir
    Path folder;

    @Test
    void at_a_few_moments() throws Exception {
        kill(Points.few("killed while migrating recount.db", 2));
    }

    @Test
    @Tag("stress")
    void at_many_moments() throws Exception {
        kill(Points.many("killed while migrating recount.db"));
    }

    private void kill(Points points) throws Exception {
        points.each((_, random) -> {
            var file = Files.createTempDirectory(folder, "at").resolve("recount.db");
            int version = random.nextInt(Migration.ALL.size());
            if (version > 0) {
                try (var store = new RecountStore(file, Migration.ALL.subList(0, version))) {
                    store.write(connection -> {
                        try (var statement = connection.createStatement()) {
                            return statement.executeUpdate("INSERT INTO facts VALUES ('kept', 'yes')");
                        }
                    });
                }
            }
            var command = JavaProcess.command(OpeningProcess.class, file.toString());
            try (var child = ChildProcess.start(command, Map.of(), folder.resolve("errors"))) {
                child.waitFor("ready").go().killAfter(random.nextLong(40_000_000));
            }
            try (var store = new RecountStore(file, Migration.ALL)) {
                assertThat(number(store, "SELECT user_version FROM pragma_user_version"))
                        .isEqualTo(Migration.ALL.size());
                assertThat(number(store, "SELECT count(*) FROM facts")).isEqualTo(version > 0 ? 1 : 0);
                assertThat(number(store, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"))
                        .isZero();
                assertThat(store.takeProblems()).isEmpty();
            }
        });
    }

    private static int number(RecountStore store, String sql) {
        return store.read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sql)) {
                row.next();
                return row.getInt(1);
            }
        });
    }
}
