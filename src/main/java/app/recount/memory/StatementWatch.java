package app.recount.memory;

import java.sql.SQLException;

/** Is told of every statement on a memory database, before it is prepared. Called on whichever thread prepares. */
@FunctionalInterface
public interface StatementWatch {

    StatementWatch NONE = (_, _) -> {};

    void preparing(MemoryConnection connection, MemoryStatement statement) throws SQLException;
}
