package app.recount.memory;

import static app.recount.memory.MemoryFixture.connect;
import static app.recount.memory.MemoryFixture.memory;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What SQLite compiles the counting query into. */
class RollupQueryTest extends MemoryTest {

    /** SQLite's OPFLAG_LENGTHARG: the column is loaded for its length alone. */
    private static final int LENGTH_ALONE = 0x40;

    @Test
    @Proves(Promise.TEXT_NOT_LOADED)
    void texts_are_never_loaded_only_their_length_is() throws Exception {
        try (var connection = connect(memory().writeTo(folder))) {
            var schema = new SchemaReader(connection).read();
            var table = CountableTable.in(schema, SourceTable.OBSERVATIONS).orElseThrow();
            var text = table.relation().columns().stream()
                    .map(MemorySchema.Column::name)
                    .toList()
                    .indexOf("text");
            var sql = new RollupQuery(table, NOW).sql("rowid", "WHERE rowid >= 0 ORDER BY rowid LIMIT 100");
            var flags = new ArrayList<Integer>();
            try (var statement = connection.createStatement();
                    var steps = statement.executeQuery("EXPLAIN " + sql)) {
                var cursor = -1;
                while (steps.next()) {
                    var opcode = steps.getString("opcode");
                    if (opcode.equals("OpenRead")) {
                        cursor = steps.getInt("p1");
                    } else if (opcode.equals("Column") && steps.getInt("p1") == cursor && steps.getInt("p2") == text) {
                        flags.add(steps.getInt("p5"));
                    }
                }
            }
            assertThat(flags).isEqualTo(List.of(LENGTH_ALONE));
        }
    }
}
