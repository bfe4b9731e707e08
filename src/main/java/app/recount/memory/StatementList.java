package app.recount.memory;

import java.util.List;

/**
 * The statements that a part of the program may prepare on a memory database. They are compiled to find out what they read; a test
 * compares with what is really prepared, so that none is missing.
 */
@FunctionalInterface
public interface StatementList {

    /** Those that it would prepare on a database with this schema. */
    List<MemoryStatement> on(MemorySchema schema);
}
