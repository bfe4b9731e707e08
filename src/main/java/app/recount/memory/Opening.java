package app.recount.memory;

import java.sql.SQLException;

/** Opens one more connection to the database that is being read, for a query that runs beside the others. */
@FunctionalInterface
interface Opening {

    MemoryConnection open() throws SQLException;
}
