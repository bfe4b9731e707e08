package app.recount.generation;

import app.recount.memory.MemorySchema;
import app.recount.memory.MemoryStatement;
import app.recount.memory.StatementList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every statement by which this package reads a memory database. Those that make the table of compression turns, and copy the file
 * before, read nothing for Recount.
 */
public final class GenerationStatements implements StatementList {

    @Override
    public List<MemoryStatement> on(MemorySchema schema) {
        return Stream.concat(MemorySessions.statements(schema).stream(), CompressionTable.statements(schema).stream())
                .toList();
    }
}
