package app.recount.memory;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Every statement that this package may prepare on a database, each as it would be prepared there. */
final class MemoryStatements implements StatementList {

    private final Instant now;

    MemoryStatements(Instant now) {
        this.now = now;
    }

    @Override
    public List<MemoryStatement> on(MemorySchema schema) {
        var part = CountablePart.of(schema);
        var tables = part.tables().values();
        return Stream.of(
                        MemoryConnection.settings().stream(),
                        SchemaReader.STATEMENTS.stream(),
                        StoredTables.STATEMENTS.stream(),
                        VirtualTables.STATEMENTS.stream(),
                        tables.stream().flatMap(ActivityCounter::sizes),
                        part.turns().stream().map(ActivityCounter::allRows),
                        tables.stream().map(table -> TableCounter.statement(table, now)),
                        DistinctQuery.statements(part, now).stream(),
                        part.turns().stream().map(turns -> TurnReader.statement(turns, now)),
                        WindowTurns.statements(schema).stream(),
                        new ValueQueries(part, now).statements(DayWindow.lastFullDay(now)).stream())
                .flatMap(each -> each)
                .toList();
    }
}
