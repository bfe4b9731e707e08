package app.recount.memory;

import static app.recount.memory.MemoryFixture.connect;
import static app.recount.memory.MemoryFixture.memory;
import static org.assertj.core.api.Assertions.assertThat;

import app.recount.Promise;
import app.recount.Proves;
import app.recount.memory.ColumnReport.Use;
import org.junit.jupiter.api.Test;

/** What SQLite compiles the counting query into. */
class RollupQueryTest extends MemoryTest {

    @Test
    @Proves(Promise.TEXT_NOT_HANDED_OUT)
    void of_texts_only_the_length_is_handed_out() throws Exception {
        try (var connection = new MemoryConnection(connect(memory().writeTo(folder)), StatementWatch.NONE)) {
            var schema = new SchemaReader(connection).read();
            var table = CountableTable.in(schema, SourceTable.OBSERVATIONS).orElseThrow();
            var sql = new RollupQuery(table, NOW, 100).sql("rowid", "WHERE rowid >= 0 ORDER BY rowid LIMIT 100");

            assertThat(connection.reads(new MemoryStatement(Purpose.DAYS, sql)))
                    .containsExactlyInAnyOrder(
                            new ColumnRead("observations", "id", Use.READ),
                            new ColumnRead("observations", "created_at_epoch", Use.READ),
                            new ColumnRead("observations", "type", Use.READ),
                            new ColumnRead("observations", "agent_type", Use.READ),
                            new ColumnRead("observations", "text", Use.LENGTH_ONLY));
        }
    }
}
