package app.recount.memory;

import java.sql.SQLException;

/** Something asked of an opened memory database; nothing of the connection may be kept afterwards. */
@FunctionalInterface
public interface MemoryQuery<T> {

    T run(MemoryConnection memory) throws SQLException;
}
